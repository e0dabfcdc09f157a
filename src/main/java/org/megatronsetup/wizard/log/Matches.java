package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where in a line the sought text is. */
final class Matches {
  private Matches() {}

  /**
   * Columns at which it begins, from the left; none overlaps another.
   *
   * @param needle in lower case; empty: nothing is sought
   */
  static List<Integer> in(String text, String needle) {
    if (needle.isEmpty()) {
      return List.of();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    List<Integer> starts = new ArrayList<>();
    // in the few scripts where lower case is longer, places would be off: better none
    int at = lower.length() == text.length() ? lower.indexOf(needle) : -1;
    while (at >= 0) {
      starts.add(at);
      at = lower.indexOf(needle, at + needle.length());
    }
    return starts;
  }
}
