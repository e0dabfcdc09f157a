package org.megatronsetup.run.log;

import java.nio.charset.StandardCharsets;

/**
 * Recognises, byte for byte, a line of pip's {@code --progress-bar raw}: {@code Progress 1024 of
 * 4096}. A download prints four of them in a second.
 */
final class RawProgress {
  private static final byte[] FIRST = "Progress ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] MIDDLE = " of ".getBytes(StandardCharsets.US_ASCII);

  /** In which part of the line it is; beyond the last: this is another line. */
  private enum Part {
    FIRST,
    DONE,
    MIDDLE,
    WHOLE,
    NONE
  }

  private Part part = Part.FIRST;
  private int matched;

  /** A line begins. */
  void begin() {
    part = Part.FIRST;
    matched = 0;
  }

  /** Whether the line may still be one. */
  boolean possible() {
    return part != Part.NONE;
  }

  /** Whether it is one, if it ends here. */
  boolean complete() {
    return part == Part.WHOLE && matched > 0;
  }

  void accept(byte b) {
    switch (part) {
      case FIRST -> word(b, FIRST, Part.DONE);
      case MIDDLE -> word(b, MIDDLE, Part.WHOLE);
      case DONE -> {
        if (isDigit(b)) {
          matched++;
        } else {
          part = matched > 0 ? Part.MIDDLE : Part.NONE;
          matched = 0;
          accept(b);
        }
      }
      case WHOLE -> {
        matched++;
        part = isDigit(b) ? Part.WHOLE : Part.NONE;
      }
      case NONE -> {}
    }
  }

  private void word(byte b, byte[] word, Part next) {
    if (b != word[matched]) {
      part = Part.NONE;
    } else {
      matched++;
      if (matched == word.length) {
        part = next;
        matched = 0;
      }
    }
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
