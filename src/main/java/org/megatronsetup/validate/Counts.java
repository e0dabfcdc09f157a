package org.megatronsetup.validate;

import java.util.Collection;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;

/** How many rows say what. */
public record Counts(int passed, int warnings, int failed, int skipped) {

  public static Counts of(Collection<Check> checks) {
    return new Counts(
        count(checks, Status.PASSED),
        count(checks, Status.WARNING),
        count(checks, Status.FAILED),
        count(checks, Status.SKIPPED));
  }

  private static int count(Collection<Check> checks, Status status) {
    return (int) checks.stream().filter(check -> check.status() == status).count();
  }

  public int all() {
    return passed + warnings + failed + skipped;
  }

  /** Whether nothing of it applied: a skipped row says nothing good. */
  public boolean nothing() {
    return passed + warnings + failed == 0;
  }

  /** The worst of them; skipped where nothing applied. */
  public Status worst() {
    if (failed > 0) {
      return Status.FAILED;
    }
    if (warnings > 0) {
      return Status.WARNING;
    }
    return passed > 0 ? Status.PASSED : Status.SKIPPED;
  }
}
