package org.megatronsetup.run;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of a run directory as one stream that {@code start.sh} unpacks with nothing but {@code
 * dd}: one round trip, and no tar is needed on the target.
 */
final class Archive {
  /** Paths are words of this program's, so that the script can take them as they are. */
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/-]*");

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  void add(String path, byte[] content) {
    if (!PATH.matcher(path).matches() || path.contains("..")) {
      throw new IllegalArgumentException("not a name for a file of a run: " + path);
    }
    files.put(path, content);
  }

  void add(String path, String content) {
    add(path, content.getBytes(StandardCharsets.UTF_8));
  }

  void addAll(Map<String, String> contents) {
    contents.forEach(this::add);
  }

  /**
   * @param password follows the files as a line of its own, when it is not empty
   */
  byte[] bytes(char[] password) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    TreeSet<String> folders = new TreeSet<>();
    files.keySet().forEach(path -> folders.add(folderOf(path)));
    folders.remove("");
    if (!folders.isEmpty()) {
      head.writeBytes(line("dirs " + String.join(" ", folders)));
    }
    files.forEach(
        (path, content) -> {
          head.writeBytes(line(content.length + " " + path));
          head.writeBytes(content);
        });
    head.writeBytes(line("end"));
    return password.length == 0 ? head.toByteArray() : withPassword(head.toByteArray(), password);
  }

  private static byte[] withPassword(byte[] head, char[] password) {
    ByteBuffer encoded = ByteBuffer.allocate(4 * password.length);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), encoded, true);
    encoded.flip();
    byte[] all = Arrays.copyOf(head, head.length + encoded.remaining() + 1);
    encoded.get(all, head.length, encoded.remaining());
    all[all.length - 1] = '\n';
    Arrays.fill(encoded.array(), (byte) 0);
    return all;
  }

  private static String folderOf(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static byte[] line(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
