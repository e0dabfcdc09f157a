package org.megatronsetup.shell.ssh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a known_hosts file, in the format of sshd(8).
 *
 * @param number of the line in its file, from 1
 * @param names patterns with commas between them, or one hashed name
 */
record KnownHostsLine(Path file, int number, Mark mark, String names, HostKey key) {

  /** What the line says of its key. */
  enum Mark {
    /** A server of that name has it. */
    PLAIN,
    /** Certificates signed with it are good; servers do not have it themselves. */
    AUTHORITY,
    /** It has fallen into wrong hands. */
    REVOKED
  }

  private static final String HASHED = "|1|";

  /** Empty: a comment, an empty line, or nothing that can be understood. */
  static Optional<KnownHostsLine> read(Path file, int number, String text) {
    String line = text.strip();
    if (line.isEmpty() || line.startsWith("#")) {
      return Optional.empty();
    }
    List<String> words = List.of(line.split("[ \t]+"));
    Mark mark = Mark.PLAIN;
    if (line.startsWith("@")) {
      switch (words.getFirst()) {
        case "@cert-authority" -> mark = Mark.AUTHORITY;
        case "@revoked" -> mark = Mark.REVOKED;
        default -> {
          return Optional.empty();
        }
      }
      words = words.subList(1, words.size());
    }
    if (words.size() < 3) {
      return Optional.empty();
    }
    String names = words.get(0);
    Mark found = mark;
    return HostKey.read(words.get(1), words.get(2))
        .map(key -> new KnownHostsLine(file, number, found, names, key));
  }

  boolean isFor(String name) {
    if (!names.startsWith("|")) {
      return HostPatterns.matchesList(names, name);
    }
    String[] parts = names.split("\\|", -1);
    if (!names.startsWith(HASHED) || parts.length != 4) {
      return false;
    }
    try {
      byte[] salt = Base64.getDecoder().decode(parts[2]);
      byte[] hash = Base64.getDecoder().decode(parts[3]);
      return salt.length > 0
          && MessageDigest.isEqual(hash, hmac(salt, name.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean isForOneOf(List<String> candidates) {
    return candidates.stream().anyMatch(this::isFor);
  }

  /** The name as it may stand in a file without being read there; any characters may be in it. */
  static String hashed(byte[] salt, String name) {
    Base64.Encoder base64 = Base64.getEncoder();
    return HASHED
        + base64.encodeToString(salt)
        + "|"
        + base64.encodeToString(hmac(salt, name.toLowerCase(Locale.ROOT)));
  }

  private static byte[] hmac(byte[] salt, String name) {
    try {
      // what the format prescribes; it hides names, nothing is trusted for it
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(salt, "HmacSHA1"));
      return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
