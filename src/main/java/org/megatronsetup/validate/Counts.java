package org.megatronsetup.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.words.Words;

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

  /** How many say what, in words; what there is none of is left out. */
  public String words() {
    List<String> words = new ArrayList<>();
    if (passed > 0) {
      words.add(Words.count("validate.counts.passed", passed));
    }
    if (warnings > 0) {
      words.add(Words.count("validate.counts.warnings", warnings));
    }
    if (failed > 0) {
      words.add(Words.count("validate.counts.failed", failed));
    }
    if (skipped > 0) {
      words.add(Words.count("validate.counts.skipped", skipped));
    }
    return String.join(", ", words);
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
