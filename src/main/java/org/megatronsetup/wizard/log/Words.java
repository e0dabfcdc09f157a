package org.megatronsetup.wizard.log;

import java.util.function.IntPredicate;

/** Finds where the word at a column begins and ends, as a double click means it. */
final class Words {
  /** From (inclusive), to (exclusive). */
  record Word(int from, int to) {}

  private Words() {}

  /** The word, or the run of blanks, or the single sign, that has the column in it. */
  static Word at(String text, int column) {
    if (text.isEmpty()) {
      return new Word(0, 0);
    }
    int at = Math.clamp(column, 0, text.length() - 1);
    if (Character.isLowSurrogate(text.charAt(at)) && at > 0) {
      at--;
    }
    int c = text.codePointAt(at);
    if (isInWord(c)) {
      return run(text, at, Words::isInWord);
    }
    return Character.isWhitespace(c)
        ? run(text, at, Character::isWhitespace)
        : new Word(at, at + Character.charCount(c));
  }

  private static boolean isInWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static Word run(String text, int at, IntPredicate belongs) {
    int from = at;
    while (from > 0 && belongs.test(text.codePointBefore(from))) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    int to = at;
    while (to < text.length() && belongs.test(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    return new Word(from, to);
  }
}
