package org.megatronsetup.shell.ssh;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/**
 * A public key as SSH writes it. Two are equal when they are the same key.
 *
 * @param base64 the key's bytes, as in a known_hosts file
 */
record HostKey(String type, String base64) {

  static HostKey of(PublicKey key) {
    return of(new Buffer.PlainBuffer().putPublicKey(key).getCompactData()).orElseThrow();
  }

  /** Empty: these bytes are not a key; what it says first is its type. */
  static Optional<HostKey> of(byte[] blob) {
    if (blob.length < Integer.BYTES) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(blob).getInt();
    if (length <= 0 || length >= blob.length - Integer.BYTES) {
      return Optional.empty();
    }
    String type = new String(blob, Integer.BYTES, length, StandardCharsets.US_ASCII);
    return Optional.of(new HostKey(type, Base64.getEncoder().encodeToString(blob)));
  }

  /** Empty: not Base64, or not a key of that type. */
  static Optional<HostKey> read(String type, String base64) {
    try {
      return of(Base64.getDecoder().decode(base64)).filter(key -> key.type().equals(type));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As OpenSSH prints it: {@code SHA256:…}. */
  String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For people: {@code ED25519}, {@code ECDSA}, {@code RSA}. */
  String shownType() {
    return switch (type) {
      case "ssh-ed25519" -> "ED25519";
      case "ssh-rsa" -> "RSA";
      case "ssh-dss" -> "DSA";
      default -> type.startsWith("ecdsa-sha2-") ? "ECDSA" : type;
    };
  }
}
