package org.megatronsetup.validate;

import org.megatronsetup.model.Check.Status;
import org.megatronsetup.words.Words;

/** How a row's state is written: a glyph and a word, so that nobody depends on a colour. */
public enum Sign {
  PASSED('✔'),
  WARNING('!'),
  FAILED('✘'),
  SKIPPED('–');

  private final char glyph;

  Sign(char glyph) {
    this.glyph = glyph;
  }

  public static Sign of(Status status) {
    return valueOf(status.name());
  }

  public char glyph() {
    return glyph;
  }

  public String word() {
    return switch (this) {
      case PASSED -> Words.of("validate.sign.passed");
      case WARNING -> Words.of("validate.sign.warning");
      case FAILED -> Words.of("validate.sign.failed");
      case SKIPPED -> Words.of("validate.sign.skipped");
    };
  }

  /** Both, such as {@code ✔ passed}. */
  public String text() {
    return glyph + " " + word();
  }
}
