package org.megatronsetup.run.log;

/**
 * Brings the 256 and the 16 million colours of terminals down to the eight that both colour schemes
 * can show readably; numbers are those of {@link LogStyle.Color}.
 */
final class TerminalPalette {
  private static final int NAMED = 16;
  private static final int FIRST_GREY = 232;

  private TerminalPalette() {}

  static int nearest(int index) {
    if (index < NAMED) {
      return index % 8 + 1;
    }
    if (index >= FIRST_GREY) {
      int grey = 8 + (Math.min(index, 255) - FIRST_GREY) * 10;
      return nearest(grey, grey, grey);
    }
    int cube = index - NAMED;
    return nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
  }

  /** A colour counts where it is well above the weakest; without any it is a grey. */
  static int nearest(int red, int green, int blue) {
    int most = Math.max(red, Math.max(green, blue));
    int least = Math.min(red, Math.min(green, blue));
    if (most - least < 40) {
      return most < 96 ? 1 : 8;
    }
    int middle = (most + least) / 2;
    int bits = (red > middle ? 1 : 0) | (green > middle ? 2 : 0) | (blue > middle ? 4 : 0);
    return bits + 1;
  }
}
