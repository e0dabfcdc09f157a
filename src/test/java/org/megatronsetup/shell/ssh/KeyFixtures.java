package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Key files made once for the tests; the locked ones open with {@link #PASSPHRASE}. */
final class KeyFixtures {
  static final String PASSPHRASE = "lantern";

  private KeyFixtures() {}

  /** Copies a private key alone, without the public one beside it. */
  static Path copy(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes(name));
    return file;
  }

  /** The line of a key in a server's list, without its comment. */
  static String line(String name) throws IOException {
    String[] words = new String(bytes(name + ".pub"), StandardCharsets.US_ASCII).split("\\s+");
    return words[0] + " " + words[1];
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = KeyFixtures.class.getResourceAsStream("keys/" + name)) {
      return in.readAllBytes();
    }
  }
}
