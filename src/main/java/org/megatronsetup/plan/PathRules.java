package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Problem;

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
          "The path is not absolute.",
          "A path on the target begins with “/”: it does not depend on where a program was"
              + " started, and “~” is not replaced.",
          "Write the whole path, such as /home/me/megatron.");
    }
    Optional<String> offender = offender(path);
    if (offender.isPresent()) {
      return problem(
          "path-not-allowed",
          field,
          "The path holds " + offender.get() + ".",
          reason(offender.get()),
          "Choose a path of letters, digits, spaces and " + PUNCTUATION.strip() + " only.");
    }
    List<String> parts = List.of(path.substring(1).replaceFirst("/$", "").split("/", -1));
    boolean odd = parts.stream().anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals(".."));
    boolean edge = parts.stream().anyMatch(p -> !p.equals(p.strip()));
    if (odd || edge || path.length() > LONGEST) {
      return problem(
          "path-not-plain",
          field,
          "The path is not written in its plain form.",
          "“//”, “/./”, “/../”, a space beside a “/”, the root alone and paths of more than "
              + LONGEST
              + " characters are not taken.",
          "Write the path plainly.");
    }
    return Optional.empty();
  }

  /** The same place, without the slash that people leave at the end. */
  static String plain(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Optional<String> offender(String path) {
    return path.codePoints().filter(c -> !allowed(c)).mapToObj(PathRules::name).findFirst();
  }

  private static boolean allowed(int c) {
    return Character.isLetterOrDigit(c)
        || PUNCTUATION.indexOf(c) >= 0
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static String name(int c) {
    if (c == '\n' || c == '\r') {
      return "a line break";
    }
    if (c == '\'' || c == '"') {
      return "a quotation mark";
    }
    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
      return "a control character";
    }
    return "“" + Character.toString(c) + "”";
  }

  private static String reason(String offender) {
    return offender.equals("“:”")
        ? "A colon separates the folders in PATH, so programs in there could not be found."
        : "The scripts that activate an environment put the path into shell text, where this would"
            + " be run or would end the text.";
  }

  private static Optional<Problem> problem(
      String code, String field, String sentence, String cause, String nextStep) {
    return Optional.of(Problem.answers(code, field, sentence, cause, nextStep));
  }
}
