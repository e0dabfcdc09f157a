package org.megatronsetup.model;

/**
 * Something that went wrong or stands in the way, said so that a newcomer understands it.
 *
 * @param code stable and quotable, such as {@code venv-not-empty}
 * @param sentence what is the matter
 * @param cause why, in a sentence
 * @param nextStep what to do about it
 * @param field the field of the answers it belongs to, as a JSON path such as {@code
 *     environment.path}; empty: none
 */
public record Problem(
    Kind kind, String code, String sentence, String cause, String nextStep, String field) {

  /** How the command line ends for it. */
  public enum Kind {
    /** The answers are wrong (exit 2). */
    ANSWERS,
    /** The target is not fit for it (exit 3). */
    PREFLIGHT,
    /** A step failed (exit 4). */
    STEP,
    /** The target or the index cannot be reached (exit 5 for a run, 3 before one). */
    CONTACT
  }

  public static Problem answers(
      String code, String field, String sentence, String cause, String nextStep) {
    return new Problem(Kind.ANSWERS, code, sentence, cause, nextStep, field);
  }

  public static Problem preflight(
      String code, String field, String sentence, String cause, String nextStep) {
    return new Problem(Kind.PREFLIGHT, code, sentence, cause, nextStep, field);
  }
}
