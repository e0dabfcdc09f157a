package org.megatronsetup.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.ssh.Route;
import org.megatronsetup.shell.ssh.Routes;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.shell.ssh.SshShell;

/** Opens the engine for a target, wherever that is. */
public final class Targets implements Opener {
  private final String program;
  private final Path ownHostKeys;
  private final Supplier<Shell> here;

  /**
   * @param program name and version, for receipts
   * @param ownHostKeys file that accepted host keys are kept in; need not exist
   */
  public Targets(String program, Path ownHostKeys) {
    this(program, ownHostKeys, LocalShell::new);
  }

  /**
   * @param here opens this computer, for who needs other variables there than this program has
   */
  public Targets(String program, Path ownHostKeys, Supplier<Shell> here) {
    this.program = program;
    this.ownHostKeys = ownHostKeys;
    this.here = here;
  }

  /** Accepted host keys lie with the person's settings, under {@code XDG_CONFIG_HOME}. */
  public static Targets ofThisPerson(String program) {
    return new Targets(program, Settings.folder().resolve("known_hosts"));
  }

  @Override
  public Setup open(Target target, SshDialog dialog) throws InterruptedException {
    return target instanceof Target.Container container
        ? ShellSetup.container(shell(container.host(), dialog), container, program)
        : new ShellSetup(shell(target, dialog), program);
  }

  private Shell shell(Target target, SshDialog dialog) throws InterruptedException {
    return switch (target) {
      case Target.Local _ -> here.get();
      case Target.Ssh ssh -> {
        Route route = new Routes().resolve(ssh);
        route.warnings().forEach(dialog::warn);
        yield new SshShell(route, ownHostKeys, dialog);
      }
      case Target.Container _ ->
          throw new IllegalArgumentException("a container does not live in a container");
    };
  }

  /** Names of machines in this person's SSH configuration. */
  public List<String> machines() {
    return new Routes().suggestions();
  }
}
