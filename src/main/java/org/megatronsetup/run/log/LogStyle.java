package org.megatronsetup.run.log;

/**
 * How a piece of a line is to look, as the tool asked for it. Backgrounds are left out on purpose:
 * the screen has its own, in two schemes.
 *
 * @param color which of the terminal's colours
 */
public record LogStyle(Color color, boolean bold, boolean dim, boolean italic, boolean underline) {

  /** The eight colours of a terminal; their bright forms count as the same. */
  public enum Color {
    DEFAULT,
    BLACK,
    RED,
    GREEN,
    YELLOW,
    BLUE,
    MAGENTA,
    CYAN,
    WHITE;

    private static final Color[] ALL = values();
  }

  /** No colour, no weight. */
  public static final LogStyle PLAIN = fromCode(0);

  static final int COLOR_BITS = 15;
  static final int BOLD = 1 << 4;
  static final int DIM = 1 << 5;
  static final int ITALIC = 1 << 6;
  static final int UNDERLINE = 1 << 7;

  static LogStyle fromCode(int code) {
    return new LogStyle(
        Color.ALL[code & COLOR_BITS],
        (code & BOLD) != 0,
        (code & DIM) != 0,
        (code & ITALIC) != 0,
        (code & UNDERLINE) != 0);
  }
}
