package org.megatronsetup.cli;

import java.util.concurrent.Callable;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Credentials;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a run from its first byte. */
@Command(
    name = "attach",
    description = {
      "Follow a run from the first byte of its log to its end, then validate.",
      "",
      "The log goes to standard output, byte for byte; everything else to standard error. Ctrl-C"
          + " only stops following: the run goes on."
    })
final class AttachCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

  @Mixin TargetOption target;
  @Mixin RunArgument run;

  @ArgGroup(validate = false, heading = "%nSecrets, with --resume:%n")
  LoginOptions login = new LoginOptions();

  @Option(names = "--json", description = "Print events as JSON lines.")
  boolean json;

  @Option(
      names = "--resume",
      description =
          "Start a run that failed, was cancelled or died again, from the step it stopped at.")
  boolean resume;

  @Option(names = "--no-validate", description = "Do not validate at the end.")
  boolean noValidate;

  AttachCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = context.terminal();
    Setup setup = context.setup(target);
    String id = run.resolve(setup);
    if (resume) {
      RunDetails details = setup.open(id);
      Credentials credentials = login.credentials(details.answers().sources(), terminal);
      setup.resume(id, credentials, login.rootPassword(terminal, details.plan()));
    }
    ExitCode code =
        new RunFront(setup, terminal, json).follow(id, RunFront.OnInterrupt.LEAVE, !noValidate);
    if (!noValidate) {
      new ContainerEnd(setup, terminal, json).after(code, target.target());
    }
    return code.status();
  }
}
