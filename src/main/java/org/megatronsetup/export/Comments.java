package org.megatronsetup.export;

import java.util.List;

/** Comments in exported files: broken between words, and never more than comments. */
final class Comments {
  private static final int WIDTH = 100;

  private Comments() {}

  /** Adds comment lines; what is not text cannot end a line. */
  static void add(StringBuilder file, String text) {
    StringBuilder line = new StringBuilder("#");
    for (String word : List.of(clean(text).split(" ", -1))) {
      if (line.length() > 1 && line.length() + 1 + word.length() > WIDTH) {
        file.append(line).append('\n');
        line.setLength(1);
      }
      if (!word.isEmpty()) {
        line.append(' ').append(word);
      }
    }
    file.append(line).append('\n');
  }

  /** Text on one line. */
  static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
