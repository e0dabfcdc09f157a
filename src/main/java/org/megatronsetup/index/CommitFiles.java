package org.megatronsetup.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes apart the files of a commit, as {@code git.sh} frames them. */
final class CommitFiles {
  private static final String MARKER = "==file== ";

  private CommitFiles() {}

  /** Path to text, for the files that the commit has. */
  static Map<String, String> parse(byte[] answer) {
    Map<String, String> files = new LinkedHashMap<>();
    int at = 0;
    while (at < answer.length) {
      int end = at;
      while (end < answer.length && answer[end] != '\n') {
        end++;
      }
      String line = new String(answer, at, end - at, StandardCharsets.UTF_8);
      int space = line.lastIndexOf(' ');
      if (!line.startsWith(MARKER) || space < MARKER.length()) {
        return files;
      }
      int from = Math.min(end + 1, answer.length);
      int to = Math.min(from + Integer.parseInt(line.substring(space + 1)), answer.length);
      files.put(
          line.substring(MARKER.length(), space),
          new String(Arrays.copyOfRange(answer, from, to), StandardCharsets.UTF_8));
      at = to + 1;
    }
    return files;
  }
}
