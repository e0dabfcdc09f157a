package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer.BufferException;
import net.schmizz.sshj.common.Buffer.PlainBuffer;

/** What of a key file can be read without its passphrase. */
final class PublicParts {
  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";
  private static final String PUTTY_LINES = "Public-Lines:";

  private PublicParts() {}

  /**
   * The public half: out of the file itself where its format has it in clear, otherwise out of the
   * {@code .pub} file beside it.
   */
  static Optional<PublicBlob> of(Path file) {
    return inside(file)
        .or(() -> first(file))
        .or(() -> first(file.resolveSibling(file.getFileName() + ".pub")));
  }

  private static Optional<PublicBlob> inside(Path file) {
    List<String> lines = lines(file);
    if (!lines.isEmpty() && lines.getFirst().strip().equals(OPENSSH)) {
      return openSsh(lines);
    }
    if (!lines.isEmpty() && lines.getFirst().startsWith("PuTTY-User-Key-File-")) {
      return putty(lines);
    }
    return Optional.empty();
  }

  private static Optional<PublicBlob> openSsh(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("-----END")) {
        break;
      }
      text.append(line.strip());
    }
    try {
      PlainBuffer buffer = new PlainBuffer(Base64.getDecoder().decode(text.toString()));
      buffer.readRawBytes(new byte[MAGIC.length]);
      buffer.readString(); // cipher
      buffer.readString(); // how the key for it is made
      buffer.readBytes(); // from what
      buffer.readUInt32(); // how many keys
      return PublicBlob.of(buffer.readBytes());
    } catch (BufferException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicBlob> putty(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(PUTTY_LINES)) {
        try {
          int count = Integer.parseInt(lines.get(i).substring(PUTTY_LINES.length()).strip());
          return PublicBlob.ofBase64(
              String.join("", lines.subList(i + 1, Math.min(lines.size(), i + 1 + count))));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PublicBlob> first(Path file) {
    return lines(file).stream().findFirst().flatMap(PublicBlob::ofLine);
  }

  private static List<String> lines(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > KeyFile.LARGEST) {
        return List.of();
      }
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
  }
}
