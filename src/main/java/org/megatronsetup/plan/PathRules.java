package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/**
 * Which paths on the target may stand in answers. Spaces are fine. What Python's own {@code
 * activate} scripts would run (CVE-2024-9287) or what {@code PATH} cannot hold is not.
 */
final class PathRules {
  /**
   * Allowed beside letters and digits of any language; chosen so that no shell gives them sense.
   */
  private static final String PUNCTUATION = " ._-+@=,%~/";

  private static final int LONGEST = 1024;

  private PathRules() {}

  static Optional<Problem> check(String path, String field) {
    if (!path.startsWith("/")) {
      return problem(
          "path-not-absolute",
          field,
          Words.of("plan.path-not-absolute.sentence"),
          Words.of("plan.path-not-absolute.cause"),
          Words.of("plan.path-not-absolute.next"));
    }
    OptionalInt offender = offender(path);
    if (offender.isPresent()) {
      return problem(
          "path-not-allowed",
          field,
          sentence(offender.getAsInt()),
          reason(offender.getAsInt()),
          Words.of("plan.path-not-allowed.next", PUNCTUATION.strip()));
    }
    List<String> parts = List.of(path.substring(1).replaceFirst("/$", "").split("/", -1));
    boolean odd = parts.stream().anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals(".."));
    boolean edge = parts.stream().anyMatch(p -> !p.equals(p.strip()));
    if (odd || edge || path.length() > LONGEST) {
      return problem(
          "path-not-plain",
          field,
          Words.of("plan.path-not-plain.sentence"),
          Words.of("plan.path-not-plain.cause", LONGEST),
          Words.of("plan.path-not-plain.next"));
    }
    return Optional.empty();
  }

  /** The same place, without the slash that people leave at the end. */
  static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static OptionalInt offender(String path) {
    return path.codePoints().filter(c -> !allowed(c)).findFirst();
  }

  private static boolean allowed(int c) {
    return Character.isLetterOrDigit(c)
        || PUNCTUATION.indexOf(c) >= 0
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static String sentence(int c) {
    if (c == '\n' || c == '\r') {
      return Words.of("plan.path-not-allowed.sentence.line-break");
    }
    if (c == '\'' || c == '"') {
      return Words.of("plan.path-not-allowed.sentence.quotation-mark");
    }
    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      return Words.of("plan.path-not-allowed.sentence.control-character");
    }
    return Words.of("plan.path-not-allowed.sentence", Character.toString(c));
  }

  private static String reason(int offender) {
    return offender == ':'
        ? Words.of("plan.path-not-allowed.cause.colon")
        : Words.of("plan.path-not-allowed.cause");
  }

  private static Optional<Problem> problem(
      String code, String field, String sentence, String cause, String nextStep) {
    return Optional.of(Problem.answers(code, field, sentence, cause, nextStep));
  }
}
