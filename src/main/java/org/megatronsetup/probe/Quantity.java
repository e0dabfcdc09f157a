package org.megatronsetup.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and dotted numbers, for comparing and for reading. */
final class Quantity {
  static final long MIB = 1L << 20;
  static final long GIB = 1L << 30;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private Quantity() {}

  /** Such as {@code 62.5 GiB}. */
  static String size(long bytes) {
    if (bytes >= 10 * GIB) {
      return bytes / GIB + " GiB";
    }
    if (bytes >= GIB) {
      return String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB);
    }
    return bytes / MIB + " MiB";
  }

  /** Whether a dotted version is at least the given one; what is not a number counts as nothing. */
  static boolean atLeast(String version, int... wanted) {
    List<Integer> parts = numbers(version);
    for (int i = 0; i < wanted.length; i++) {
      int part = i < parts.size() ? parts.get(i) : 0;
      if (part != wanted[i]) {
        return part > wanted[i];
      }
    }
    return true;
  }

  /** The first number of a version, 0 if it has none. */
  static int major(String version) {
    List<Integer> parts = numbers(version);
    return parts.isEmpty() ? 0 : parts.getFirst();
  }

  /** Such as {@code 3.12} of {@code 3.12.3}. */
  static String minorVersion(String version) {
    return String.join(".", numbers(version).stream().limit(2).map(String::valueOf).toList());
  }

  private static List<Integer> numbers(String version) {
    List<Integer> parts = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(version);
    while (matcher.find()) {
      String digits = matcher.group();
      parts.add(digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }
    return parts;
  }
}
