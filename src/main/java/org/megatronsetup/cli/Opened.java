package org.megatronsetup.cli;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.SshDialog;

/**
 * The engines that a command opened, let go at its end: what was typed to sign in is wiped then.
 */
final class Opened implements Opener, AutoCloseable {
  private final Opener opener;
  private final List<Setup> all = new ArrayList<>();

  Opened(Opener opener) {
    this.opener = opener;
  }

  @Override
  public synchronized Setup open(Target target, SshDialog dialog) throws InterruptedException {
    Setup setup = opener.open(target, dialog);
    all.add(setup);
    return setup;
  }

  @Override
  public synchronized void close() {
    all.forEach(Setup::close);
    all.clear();
  }
}
