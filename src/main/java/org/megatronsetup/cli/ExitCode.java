package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunState;

/** How the program ends: the contract that scripts rely on. */
public enum ExitCode {
  /** Installed and validated; warnings allowed. */
  OK(0),
  VALIDATION_RED(1),
  USAGE(2),
  PREFLIGHT(3),
  STEP_FAILED(4),
  CONTACT_LOST(5),
  CANCELLED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** The worst of some problems: wrong answers before an unfit target before a failure. */
  static ExitCode of(List<Problem> problems) {
    if (has(problems, Problem.Kind.ANSWERS)) {
      return USAGE;
    }
    if (has(problems, Problem.Kind.PREFLIGHT) || has(problems, Problem.Kind.CONTACT)) {
      return PREFLIGHT;
    }
    return STEP_FAILED;
  }

  private static boolean has(List<Problem> problems, Problem.Kind kind) {
    return problems.stream().anyMatch(problem -> problem.kind() == kind);
  }

  /** The end of a run, before its validation. */
  static ExitCode of(RunState state) {
    return switch (state) {
      case RunState.Succeeded _ -> OK;
      case RunState.Cancelled _ -> CANCELLED;
      case RunState.Failed _,
          RunState.Died _,
          RunState.HostRestarted _,
          RunState.ContainerRestarted _ ->
          STEP_FAILED;
      case RunState.Unknown _, RunState.Waiting _, RunState.Running _ -> CONTACT_LOST;
    };
  }
}
