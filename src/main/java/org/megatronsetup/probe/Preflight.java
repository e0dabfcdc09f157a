package org.megatronsetup.probe;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Verdict.Level;

/**
 * What the facts mean for an installation, whichever release it will be. What a chosen release
 * needs is for the planner to say; this blocks only what no choice can mend.
 */
public final class Preflight {
  private Preflight() {}

  /** One verdict for each thing looked at, in the order in which an installation needs them. */
  public static List<Verdict> verdicts(Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.addAll(MachineVerdicts.of(facts));
    verdicts.addAll(PythonVerdicts.of(facts));
    verdicts.addAll(GpuVerdicts.of(facts));
    verdicts.addAll(BuildVerdicts.of(facts));
    verdicts.addAll(RunVerdicts.of(facts));
    return List.copyOf(verdicts);
  }

  static Verdict ready(String id, String title, String value) {
    return new Verdict(id, title, value, Level.READY, "");
  }

  static Verdict attention(String id, String title, String value, String remedy) {
    return new Verdict(id, title, value, Level.ATTENTION, remedy);
  }

  static Verdict blocks(String id, String title, String value, String remedy) {
    return new Verdict(id, title, value, Level.BLOCKS, remedy);
  }

  /** Whether packages of the system can be installed: the guide's own way to Python and CUDA. */
  static boolean canInstallPackages(Facts facts) {
    return facts.tools().aptGet().isPresent() && facts.user().sudo() != Facts.Sudo.ABSENT;
  }
}
