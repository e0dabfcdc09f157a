package org.megatronsetup.wizard.flow;

import java.util.List;
import java.util.Optional;

/** Typed text as values. */
final class Words {
  private Words() {}

  static Optional<String> optional(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  /** One value a line. */
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
