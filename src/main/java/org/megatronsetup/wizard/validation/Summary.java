package org.megatronsetup.wizard.validation;

import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.wizard.kit.Texts;

/**
 * The result in a sentence that one can say aloud.
 *
 * @param tone the worst of all rows
 * @param detail how many of each
 */
record Summary(Status tone, String sentence, String detail) {

  static Summary of(List<Check> checks, Texts texts) {
    int failed = count(checks, Status.FAILED);
    int warnings = count(checks, Status.WARNING);
    int passed = count(checks, Status.PASSED);
    int skipped = count(checks, Status.SKIPPED);
    String detail =
        texts.get(
            "validate.counts",
            passed,
            texts.count("validate.counts.warnings", warnings),
            failed,
            skipped);
    if (failed > 0) {
      String first =
          checks.stream()
              .filter(check -> check.status() == Status.FAILED)
              .map(Check::title)
              .findFirst()
              .orElse("");
      return new Summary(
          Status.FAILED,
          failed == 1
              ? texts.get("validate.summary.failed.one", first)
              : texts.get("validate.summary.failed.many", failed),
          detail);
    }
    if (passed + warnings == 0) {
      return new Summary(Status.SKIPPED, texts.get("validate.summary.nothing"), detail);
    }
    if (warnings > 0) {
      return new Summary(
          Status.WARNING, texts.count("validate.summary.warnings", warnings), detail);
    }
    return new Summary(
        Status.PASSED,
        texts.get(skipped > 0 ? "validate.summary.passed.some" : "validate.summary.passed"),
        detail);
  }

  private static int count(List<Check> checks, Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }
}
