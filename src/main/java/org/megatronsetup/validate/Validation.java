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

  /** One sentence that one can say aloud, of a validation that went through to its end. */
  public static String summary(List<Check> checks) {
    Counts counts = Counts.of(checks);
    if (checks.isEmpty()) {
      return Words.of("validate.summary.nothing");
    }
    if (counts.failed() > 0) {
      return failed(titles(checks, Status.FAILED));
    }
    if (counts.nothing()) {
      return Words.count("validate.summary.none", counts.skipped());
    }
    if (counts.warnings() == 1) {
      return Words.of("validate.summary.warnings.one", titles(checks, Status.WARNING).getFirst());
    }
    if (counts.warnings() > 1) {
      return Words.of("validate.summary.warnings.many", counts.warnings());
    }
    return Words.of(
        counts.skipped() > 0 ? "validate.summary.passed.some" : "validate.summary.passed");
  }

  private static String failed(List<String> bad) {
    return switch (bad.size()) {
      case 1 -> Words.of("validate.summary.failed.one", bad.getFirst());
      case 2 -> Words.of("validate.summary.failed.two", bad.toArray());
      default -> Words.of("validate.summary.failed.many", bad.size(), bad.getFirst());
    };
  }

  /** The sentence, and after it how many of each there are. */
  public static String summaryWithCounts(List<Check> checks) {
    return checks.isEmpty()
        ? summary(checks)
        : Words.of("validate.summary.counts", summary(checks), Counts.of(checks).words());
  }

  /** The titles of those in a state. */
  public static List<String> titles(List<Check> checks, Status status) {
    return checks.stream().filter(check -> check.status() == status).map(Check::title).toList();
  }
}
