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
    Counts counts = Counts.of(checks);
    return counts.failed() == 0 && !counts.nothing();
  }

  /** One sentence that one can say aloud. */
  public static String summary(List<Check> checks) {
    Counts counts = Counts.of(checks);
    if (checks.isEmpty()) {
      return Words.of("validate.summary.nothing");
    }
    if (counts.failed() > 0) {
      return counts.failed() == 1
          ? Words.of("validate.summary.failed", firstFailed(checks))
          : Words.of("validate.summary.failed-many", counts.failed(), firstFailed(checks));
    }
    if (counts.nothing()) {
      return Words.count("validate.summary.none", counts.skipped());
    }
    String good =
        counts.warnings() == 0
            ? Words.count("validate.summary.passed", counts.passed())
            : Words.of(
                "validate.summary.warnings",
                Words.count("validate.summary.checks", counts.passed()),
                Words.count("validate.summary.warning", counts.warnings()));
    return switch (counts.skipped()) {
      case 0 -> Words.of("validate.summary.whole", good);
      case 1 -> Words.of("validate.summary.skipped-one", good);
      default -> Words.of("validate.summary.skipped-many", good, counts.skipped());
    };
  }

  private static String firstFailed(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.status() == Status.FAILED)
        .map(Check::title)
        .findFirst()
        .orElseThrow();
  }
}
