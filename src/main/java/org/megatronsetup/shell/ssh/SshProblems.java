package org.megatronsetup.shell.ssh;

import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

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
            Words.of("shell.no-shell.sentence", hop.shown()),
            said.isEmpty()
                ? Words.of("shell.no-shell.silent", status)
                : Words.of("shell.no-shell.said", status, said),
            Words.of("shell.no-shell.next")));
  }
}
