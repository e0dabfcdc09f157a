package org.megatronsetup.run.log;

import java.util.Locale;

/** How much a line of the log matters, judged by the words that the tools begin theirs with. */
public enum LogLevel {
  PLAIN,
  WARNING,
  ERROR;

  /** Only the beginning of a line says what it is; a cap keeps very long lines cheap. */
  private static final int LOOKED_AT = 400;

  /** The level of a line without control sequences. */
  public static LogLevel of(String line) {
    String start = line.substring(0, Math.min(line.length(), LOOKED_AT)).strip();
    String lower = start.toLowerCase(Locale.ROOT);
    if (isError(start, lower)) {
      return ERROR;
    }
    return isWarning(start, lower) ? WARNING : PLAIN;
  }

  /**
   * Whether {@link #of} may find anything but a plain line in bytes of ASCII: they have a pair of
   * letters without which none of its words is written. Looking for that is cheap enough for a
   * million lines.
   */
  static boolean isPossible(byte[] line, int from, int to) {
    int end = Math.min(to, from + LOOKED_AT);
    for (int i = from + 1; i < end; i++) {
      if (isTelling(line[i - 1] | 0x20, line[i] | 0x20)) {
        return true;
      }
    }
    return false;
  }

  /** Of error and warning, exception, fatal and failed, traceback, ninja, and apt's E: and W:. */
  private static boolean isTelling(int first, int second) {
    return switch (first) {
      case 'r' -> second == 'r' || second == 'n';
      case 'x' -> second == 'c';
      case 'f' -> second == 'a';
      case 't' -> second == 'r';
      case 'n' -> second == 'j';
      case 'e', 'w' -> second == ':';
      default -> false;
    };
  }

  private static boolean isError(String start, String lower) {
    return lower.startsWith("error:")
        || lower.startsWith("[error]")
        || lower.startsWith("fatal:")
        || lower.startsWith("fatal error")
        || start.startsWith("E: ")
        || start.startsWith("FAILED:")
        || start.startsWith("CMake Error")
        || start.startsWith("Traceback (most recent call last)")
        || start.startsWith("× ")
        || lower.startsWith("nvcc fatal")
        || lower.startsWith("ninja: build stopped")
        || lower.contains(": error:")
        || lower.contains(": fatal error:")
        || lower.contains(" error: ")
        || isException(start, "Error")
        || isException(start, "Exception");
  }

  private static boolean isWarning(String start, String lower) {
    return lower.startsWith("warning:")
        || lower.startsWith("[warning]")
        || start.startsWith("W: ")
        || start.startsWith("CMake Warning")
        || lower.contains(": warning:")
        || lower.contains(" warning: ")
        || start.contains("Warning: ");
  }

  /** The last line of a Python traceback: a dotted name that ends so, alone or before a colon. */
  private static boolean isException(String start, String ending) {
    int colon = start.indexOf(':');
    String name = colon < 0 ? start : start.substring(0, colon);
    return name.endsWith(ending)
        && name.length() > ending.length()
        && name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.');
  }
}
