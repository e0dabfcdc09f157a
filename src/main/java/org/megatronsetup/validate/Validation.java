package org.megatronsetup.validate;

import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;

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
      return "Nothing has been checked yet.";
    }
    if (failed > 0) {
      return failed == 1
          ? "One check failed: " + firstFailed(checks) + "."
          : failed + " checks failed, the first of them: " + firstFailed(checks) + ".";
    }
    if (passed + warnings == 0) {
      return "None of the " + skipped + " checks applies to this machine.";
    }
    String good =
        warnings == 0
            ? (passed == 1 ? "The one check that applies" : "All " + passed + " checks that apply")
                + " passed"
            : number(passed, "check") + " passed, with " + number(warnings, "warning");
    return good
        + (skipped == 0 ? "." : "; " + skipped + (skipped == 1 ? " was" : " were") + " skipped.");
  }

  private static String firstFailed(List<Check> checks) {
    return checks.stream()
        .filter(check -> check.status() == Status.FAILED)
        .map(Check::title)
        .findFirst()
        .orElseThrow();
  }

  private static String number(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static int count(List<Check> checks, Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }
}
