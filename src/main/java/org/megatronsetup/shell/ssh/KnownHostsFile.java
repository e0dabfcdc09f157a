package org.megatronsetup.shell.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A file of host keys in the format of OpenSSH. */
record KnownHostsFile(Path path) {

  /** Names that mean themselves in such a file. */
  private static final Pattern ORDINARY = Pattern.compile("[A-Za-z0-9\\[][A-Za-z0-9._:%\\[\\]-]*");

  /**
   * What can be understood of it, in order. A file that is not there or may not be read knows
   * nobody, as with OpenSSH.
   */
  List<KnownHostsLine> lines() {
    String text;
    try {
      // any byte is a character in it: one odd comment does not hide the lines beside it
      text = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return List.of();
    }
    List<KnownHostsLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      KnownHostsLine.read(path, ++number, line).ifPresent(lines::add);
    }
    return lines;
  }

  /**
   * Adds a key. The file is replaced in one move, so a reader sees all of it or none of it; what
   * was in it stays, byte for byte.
   *
   * @throws IOException when it cannot be read or written; then it is as it was
   */
  void add(String name, HostKey key) throws IOException {
    Path file = path.toAbsolutePath();
    Path folder = file.getParent();
    Files.createDirectories(folder, permissions("rwx------"));
    var content = new ByteArrayOutputStream();
    try {
      byte[] old = Files.readAllBytes(file);
      content.write(old);
      if (old.length > 0 && old[old.length - 1] != '\n') {
        content.write('\n');
      }
    } catch (NoSuchFileException e) {
      // the first key
    }
    String line = written(name) + " " + key.type() + " " + key.base64() + "\n";
    content.write(line.getBytes(StandardCharsets.UTF_8));
    Path temporary =
        Files.createTempFile(folder, file.getFileName() + ".", ".new", permissions("rw-------"));
    try {
      Files.write(temporary, content.toByteArray());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** A name with a comma, a star or a space in it would be read as something else: hashed. */
  private static String written(String name) {
    if (ORDINARY.matcher(name).matches()) {
      return name;
    }
    byte[] salt = new byte[20];
    new SecureRandom().nextBytes(salt);
    return KnownHostsLine.hashed(salt, name);
  }

  private FileAttribute<?>[] permissions(String text) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }
}
