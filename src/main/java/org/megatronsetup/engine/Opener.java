package org.megatronsetup.engine;

import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.SshDialog;

/** Opens the engine for a target. */
@FunctionalInterface
public interface Opener {

  /**
   * Nothing is sent before the first question to the engine.
   *
   * @param dialog is asked what only a person knows, while the target is called
   * @throws org.megatronsetup.model.SetupException if the way to it cannot be made out
   */
  Setup open(Target target, SshDialog dialog) throws InterruptedException;
}
