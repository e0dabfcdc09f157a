package org.megatronsetup.run.log;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.megatronsetup.run.log.LogStore.Extent;

/**
 * Tells whether a line has a text in it, letter case aside. Compares bytes where it can. Not
 * thread-safe.
 */
final class TextMatcher {
  private final String text;
  private final byte[] lower;
  private final byte[] upper;
  private final boolean ascii;
  private final BareLine bare = new BareLine();

  /**
   * @param text in lower case
   */
  TextMatcher(String text) {
    this.text = text;
    lower = text.getBytes(StandardCharsets.UTF_8);
    upper = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    ascii = text.chars().allMatch(c -> c < 0x80);
  }

  boolean matches(byte[] bytes, int at, int length, Extent extent) {
    if (text.isEmpty()) {
      return false;
    }
    if (bare.read(bytes, at, length)) {
      return ascii && contains(bare.bytes(), bare.from(), bare.to());
    }
    String shown = LineParser.text(bytes, at, length, extent);
    return shown.toLowerCase(Locale.ROOT).contains(text);
  }

  private boolean contains(byte[] bytes, int from, int to) {
    int last = to - lower.length;
    for (int i = from; i <= last; i++) {
      if (is(bytes[i], 0) && matchesAt(bytes, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesAt(byte[] bytes, int at) {
    for (int k = 1; k < lower.length; k++) {
      if (!is(bytes[at + k], k)) {
        return false;
      }
    }
    return true;
  }

  private boolean is(byte b, int k) {
    return b == lower[k] || b == upper[k];
  }
}
