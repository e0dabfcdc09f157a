package org.megatronsetup.shell.ssh;

import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

/** What can be wrong with a machine that was reached. */
final class SshProblems {
  private static final int QUOTED = 300;

  private SshProblems() {}

  static SetupException noShell(Hop hop, int status, String greeting) {
    String said = greeting.substring(0, Math.min(QUOTED, greeting.length()));
    return new SetupException(
        Problem.preflight(
            "no-shell",
            "",
            "The login on " + hop.shown() + " does not run commands.",
            "It ended with exit status "
                + status
                + (said.isEmpty() ? " and said nothing." : ", and said: " + said),
            "The account may have no shell, or one command that the server runs whatever is asked"
                + " for. Ask the administrator for a login with a shell."));
  }
}
