package org.megatronsetup.validate;

import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.words.Words;

/** What the rows of a validation say together. */
public final class Validation {
  private Validation() {}

  /** Whether something was checked and nothing failed. */
  public static boolean ok(List<Check> checks) {
    return count(checks, Status.FAILED) == 0 && count(checks, Status.SKIPPED) < checks.size();
  }

  /** One sentence that one can say aloud. */
  public static String summary(List<Check> checks) {
    int failed = count(checks, Status.FAILED);
    int warnings = count(checks, Status.WARNING);
    int passed = count(checks, Status.PASSED);
    int skipped = count(checks, Status.SKIPPED);
    if (checks.isEmpty()) {
      return Words.of("validate.summary.nothing");
    }
    if (failed > 0) {
      return failed == 1
          ? Words.of("validate.summary.failed", firstFailed(checks))
          : Words.of("validate.summary.failed-many", failed, firstFailed(checks));
    }
    if (passed + warnings == 0) {
      return Words.of("validate.summary.none", skipped);
    }
    String good =
        warnings == 0
            ? Words.count("validate.summary.passed", passed)
            : Words.of(
                "validate.summary.warnings",
                Words.count("validate.summary.checks", passed),
                Words.count("validate.summary.warning", warnings));
    return switch (skipped) {
      case 0 -> Words.of("validate.summary.whole", good);
      case 1 -> Words.of("validate.summary.skipped-one", good);
      default -> Words.of("validate.summary.skipped-many", good, skipped);
    };
  }

  private static String firstFailed(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.status() == Status.FAILED)
        .map(Check::title)
        .findFirst()
        .orElseThrow();
  }

  private static int count(List<Check> checks, Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }
}
