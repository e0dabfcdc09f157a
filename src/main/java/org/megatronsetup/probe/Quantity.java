package org.megatronsetup.probe;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** Compares dotted versions number by number; what is not a number counts as nothing. */
  static int compare(String one, String other) {
    return Arrays.compare(numbers(one), numbers(other));
  }

  /** Whether a dotted version is at least the given one, as 2.28.1 and 3 are at least 2.28. */
  static boolean atLeast(String version, int... wanted) {
    return Arrays.compare(numbers(version), wanted) >= 0;
  }

  /** The first number of a version, 0 if it has none. */
  static int major(String version) {
    return Arrays.stream(numbers(version)).findFirst().orElse(0);
  }

  /** Such as {@code 3.12} of {@code 3.12.3}. */
  static String minorVersion(String version) {
    return Arrays.stream(numbers(version))
        .limit(2)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("."));
  }

  private static int[] numbers(String version) {
    return NUMBER
        .matcher(version)
        .results()
        .map(MatchResult::group)
        .mapToInt(digits -> digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits))
        .toArray();
  }
}
