package org.megatronsetup.wizard.kit;

import org.megatronsetup.engine.Opener;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.SshDialog;

/** The engine of the target in force, opened when it is first needed: only jobs ask for it. */
public final class Engine {
  private final Opener opener;
  private final SshDialog dialog;
  private Target target = new Target.Local();
  private Setup opened;

  /**
   * @param dialog is asked what only a person knows, while a machine is called
   */
  public Engine(Opener opener, SshDialog dialog) {
    this.opener = opener;
    this.dialog = dialog;
  }

  public synchronized Setup get() throws InterruptedException {
    if (opened == null) {
      opened = opener.open(target, dialog);
    }
    return opened;
  }

  /** The engine of another target, from now on; the one before is let go. */
  public synchronized Setup use(Target other) throws InterruptedException {
    if (!other.equals(target)) {
      close();
      target = other;
    }
    return get();
  }

  /** The engine of some target beside the one in force; whoever asks closes it. */
  public Setup beside(Target other) throws InterruptedException {
    return opener.open(other, dialog);
  }

  /** Lets the target go; the next question opens it again. */
  public synchronized void close() {
    if (opened != null) {
      opened.close();
      opened = null;
    }
  }
}
