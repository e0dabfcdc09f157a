package org.megatronsetup.bring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of files, remembered for as long as they keep their size and time. */
final class Sums {
  private static final int PIECE = 1 << 18;

  private final Map<Seen, String> known = new ConcurrentHashMap<>();

  private record Seen(Path file, long size, FileTime changed) {}

  String of(Path file) throws IOException, InterruptedException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Seen seen = new Seen(file, now.size(), now.lastModifiedTime());
    String sum = known.get(seen);
    if (sum == null) {
      sum = compute(file);
      known.put(seen, sum);
    }
    return sum;
  }

  private static String compute(Path file) throws IOException, InterruptedException {
    MessageDigest digest = sha256();
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      int length;
      while ((length = in.read(piece)) >= 0) {
        digest.update(piece, 0, length);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
