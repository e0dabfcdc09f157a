package org.megatronsetup.pep;

import org.megatronsetup.words.Words;

/**
 * A text does not follow the rules. The message is a plain sentence that names the place in it,
 * counted from 1.
 */
public final class PepException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  PepException(String text, int position, String reason) {
    super(Words.of("pep.fault", text, position + 1, reason));
    this.position = position;
  }

  /** Where the trouble is, counted from 0. */
  public int position() {
    return position;
  }
}
