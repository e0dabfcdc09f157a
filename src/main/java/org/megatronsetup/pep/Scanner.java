package org.megatronsetup.pep;

import java.util.function.IntPredicate;

/** Walks over a text and says where it stopped. */
final class Scanner {
  private final String text;
  private int position;

  Scanner(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return position >= text.length();
  }

  /** The next character, or NUL at the end. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(position);
  }

  int position() {
    return position;
  }

  String text() {
    return text;
  }

  boolean take(String expected) {
    if (text.startsWith(expected, position)) {
      position += expected.length();
      return true;
    }
    return false;
  }

  /** Takes a word that is not the beginning of a longer one. */
  boolean takeWord(String expected) {
    int end = position + expected.length();
    if (!text.startsWith(expected, position)
        || (end < text.length() && Character.isLetterOrDigit(text.charAt(end)))) {
      return false;
    }
    position = end;
    return true;
  }

  String takeWhile(IntPredicate accepted) {
    int start = position;
    while (!atEnd() && accepted.test(text.charAt(position))) {
      position++;
    }
    return text.substring(start, position);
  }

  void skipSpace() {
    takeWhile(c -> c == ' ' || c == '\t');
  }

  PepException fault(String reason) {
    return faultAt(position, reason);
  }

  PepException faultAt(int place, String reason) {
    return new PepException(text, place, reason);
  }
}
