package org.megatronsetup.wizard.kit;

import java.util.Locale;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.StepState;
import org.megatronsetup.model.Verdict;

/** How something stands: each tone is a glyph, a colour and, with its key, a word. */
public enum Tone {
  GOOD,
  CAUTION,
  BAD,
  NEUTRAL,
  ACTIVE,
  WAITING;

  /** The style class of glyph and colour. */
  public String style() {
    return "tone-" + name().toLowerCase(Locale.ROOT);
  }

  public static Tone of(Check.Status status) {
    return switch (status) {
      case PASSED -> GOOD;
      case WARNING -> CAUTION;
      case FAILED -> BAD;
      case SKIPPED -> NEUTRAL;
    };
  }

  public static Tone of(Verdict.Level level) {
    return switch (level) {
      case READY -> GOOD;
      case ATTENTION -> CAUTION;
      case BLOCKS -> BAD;
    };
  }

  public static Tone of(StepState state) {
    return switch (state) {
      case WAITING -> WAITING;
      case RUNNING -> ACTIVE;
      case DONE, UNCHANGED -> GOOD;
      case FAILED -> BAD;
      case CANCELLED -> CAUTION;
    };
  }

  /** The key of the word, such as {@code word.check.passed}. */
  public static String word(Enum<?> state) {
    String kind =
        switch (state) {
          case Check.Status status -> "check";
          case Verdict.Level level -> "verdict";
          case StepState step -> "step";
          default -> throw new IllegalArgumentException(state.toString());
        };
    return "word." + kind + "." + state.name().toLowerCase(Locale.ROOT);
  }
}
