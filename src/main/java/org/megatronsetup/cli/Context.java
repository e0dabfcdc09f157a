package org.megatronsetup.cli;

import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.SshDialog;

/** What every command gets. */
record Context(Terminal terminal, Opener opener) {

  /** Opens the engine for a target. */
  @FunctionalInterface
  public interface Opener {
    Setup open(Target target, SshDialog dialog) throws InterruptedException;
  }

  /** The engine for the target that the flags name. */
  Setup setup(TargetOption flags) throws InterruptedException {
    return setup(flags.target(), flags);
  }

  /** The engine for a target of the answers; the flags say how to get there. */
  Setup setup(Target target, TargetOption flags) throws InterruptedException {
    String machine = target instanceof Target.Ssh ssh ? ssh.host() : "";
    return opener.open(
        target, new TerminalDialog(terminal, flags.acceptedKeys(), flags.asksPassword(), machine));
  }
}
