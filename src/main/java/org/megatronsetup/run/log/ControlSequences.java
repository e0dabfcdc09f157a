package org.megatronsetup.run.log;

/**
 * Recognises the control sequences of terminals (ECMA-48) in a stream of characters and keeps the
 * look that they ask for. All but colours and the erasing of a line are dropped: a log has no
 * cursor to move.
 */
final class ControlSequences {
  enum Outcome {
    /** The character is text. */
    TEXT,
    /** It belongs to a sequence. */
    DROPPED,
    /** What the line holds so far is to go. */
    ERASED
  }

  private enum State {
    TEXT,
    ESCAPE,
    /** After ESC and a parenthesis or the like: one more character. */
    DESIGNATION,
    /** ESC [ up to a letter. */
    CONTROL,
    /** ESC ] and its kin, up to BEL or ESC \. */
    STRING,
    STRING_ESCAPE
  }

  private static final int MOST_PARAMETERS = 16;

  private final int[] parameters = new int[MOST_PARAMETERS];
  private State state = State.TEXT;
  private int count;
  private boolean isPrivate;
  private int style;

  int style() {
    return style;
  }

  /** Starts over with a look, between sequences. */
  void start(int newStyle) {
    style = newStyle;
    state = State.TEXT;
  }

  /** Forgets a sequence that the end of a line cut off. */
  void abandon() {
    state = State.TEXT;
  }

  boolean inText() {
    return state == State.TEXT;
  }

  Outcome accept(int c) {
    switch (state) {
      case TEXT -> {
        if (c != 0x1b) {
          return Outcome.TEXT;
        }
        state = State.ESCAPE;
      }
      case ESCAPE -> escape(c);
      case DESIGNATION -> state = State.TEXT;
      case CONTROL -> {
        return control(c);
      }
      case STRING -> {
        if (c == 0x07) {
          state = State.TEXT;
        } else if (c == 0x1b) {
          state = State.STRING_ESCAPE;
        }
      }
      case STRING_ESCAPE -> state = c == '\\' ? State.TEXT : State.STRING;
    }
    return Outcome.DROPPED;
  }

  private void escape(int c) {
    switch (c) {
      case '[' -> {
        state = State.CONTROL;
        count = 1;
        parameters[0] = 0;
        isPrivate = false;
      }
      case ']', 'P', '^', '_', 'X' -> state = State.STRING;
      case '(', ')', '*', '+', '#', '%', ' ' -> state = State.DESIGNATION;
      case 0x1b -> state = State.ESCAPE;
      default -> state = State.TEXT;
    }
  }

  private Outcome control(int c) {
    if (c >= '0' && c <= '9') {
      parameters[count - 1] = Math.min(parameters[count - 1] * 10 + (c - '0'), 0xffff);
    } else if (c == ';' || c == ':') {
      if (count < MOST_PARAMETERS) {
        parameters[count++] = 0;
      }
    } else if (c >= '<' && c <= '?') {
      isPrivate = true;
    } else if (c == 0x1b) {
      state = State.ESCAPE;
    } else if (c < ' ' || c > '/') {
      state = State.TEXT;
      return isPrivate ? Outcome.DROPPED : perform(c);
    }
    return Outcome.DROPPED;
  }

  private Outcome perform(int letter) {
    if (letter == 'm') {
      for (int i = 0; i < count; i++) {
        i += select(i);
      }
    }
    // from the cursor on (0) there is nothing: a log's cursor is always at the end
    return letter == 'K' && parameters[0] != 0 ? Outcome.ERASED : Outcome.DROPPED;
  }

  /** Applies one parameter; returns how many more belong to it. */
  private int select(int i) {
    int p = parameters[i];
    switch (p) {
      case 0 -> style = 0;
      case 1 -> style |= LogStyle.BOLD;
      case 2 -> style |= LogStyle.DIM;
      case 3 -> style |= LogStyle.ITALIC;
      case 4 -> style |= LogStyle.UNDERLINE;
      case 22 -> style &= ~(LogStyle.BOLD | LogStyle.DIM);
      case 23 -> style &= ~LogStyle.ITALIC;
      case 24 -> style &= ~LogStyle.UNDERLINE;
      case 39 -> color(0);
      case 38, 48 -> {
        return extended(i);
      }
      default -> {
        if (p >= 30 && p <= 37) {
          color(p - 29);
        } else if (p >= 90 && p <= 97) {
          color(p - 89);
        }
      }
    }
    return 0;
  }

  private int extended(int i) {
    boolean foreground = parameters[i] == 38;
    int mode = i + 1 < count ? parameters[i + 1] : 0;
    if (mode == 5 && i + 2 < count) {
      if (foreground) {
        color(TerminalPalette.nearest(parameters[i + 2]));
      }
      return 2;
    }
    if (mode == 2 && i + 4 < count) {
      if (foreground) {
        color(TerminalPalette.nearest(parameters[i + 2], parameters[i + 3], parameters[i + 4]));
      }
      return 4;
    }
    return count - i - 1;
  }

  private void color(int color) {
    style = (style & ~LogStyle.COLOR_BITS) | color;
  }
}
