package org.megatronsetup.cli;

import java.util.Locale;

/** Bytes for reading. */
final class Sizes {
  private Sizes() {}

  static String of(long bytes) {
    return bytes < 1_000_000_000L
        ? Math.max(1, bytes / 1_000_000) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
