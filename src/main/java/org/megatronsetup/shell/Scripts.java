package org.megatronsetup.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts that run on a target: files of this program under {@code target/}. */
public final class Scripts {
  private Scripts() {}

  /**
   * A script with its arguments.
   *
   * @param path under {@code target/}, such as {@code run/start.sh}
   */
  public static Script load(String path, List<String> arguments) {
    return new Script(nameOf(path), text(path), arguments);
  }

  /** A script with its arguments and something to read on its standard input. */
  public static Script load(String path, List<String> arguments, byte[] input) {
    return new Script(nameOf(path), text(path), arguments, input);
  }

  /** The text of a file under {@code target/}. */
  public static String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** The bytes of a file under {@code target/}. */
  public static byte[] bytes(String path) {
    try (InputStream in = Scripts.class.getResourceAsStream("/target/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("this program has no file target/" + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
