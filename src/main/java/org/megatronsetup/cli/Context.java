package org.megatronsetup.cli;

import org.megatronsetup.engine.Opener;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Target;

/** What every command gets. */
record Context(Terminal terminal, Opener opener) {

  /** The engine for the target that the flags name. */
  Setup setup(TargetOption flags) throws InterruptedException {
    return setup(flags.target(), flags);
  }

  /** The engine for a target of the answers; the flags say how to get there. */
  Setup setup(Target target, TargetOption flags) throws InterruptedException {
    return opener.open(
        target,
        new TerminalDialog(
            terminal, flags.acceptedKeys(), flags.asksPassword(), machineOf(target)));
  }

  private static String machineOf(Target target) {
    return switch (target) {
      case Target.Local _ -> "";
      case Target.Ssh ssh -> ssh.host();
      case Target.Container container -> machineOf(container.host());
    };
  }
}
