package org.megatronsetup.shell.ssh;

import java.util.stream.Collectors;

/** Text that came from elsewhere, made safe for a terminal. */
final class Plain {
  private static final int LONGEST = 2000;

  private Plain() {}

  /** Without control characters, in one line. */
  static String line(String text) {
    return lines(text).replace('\n', ' ').strip();
  }

  /** Without control characters other than line ends. */
  static String lines(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .limit(LONGEST)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
