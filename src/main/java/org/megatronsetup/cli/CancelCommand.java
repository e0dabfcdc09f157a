package org.megatronsetup.cli;

import java.util.concurrent.Callable;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a run with everything that it started. */
@Command(
    name = "cancel",
    description = "End a run with everything that it started; nothing of it is left running.")
final class CancelCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

  @Mixin TargetOption target;
  @Mixin RunArgument run;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  CancelCommand(Context context) {
    this.context = context;
  }

  private record Cancelled(String run, RunState state) {}

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = context.setup(target);
    String id = run.resolve(setup);
    RunState state = setup.cancel(id);
    if (json) {
      new JsonLines(context.terminal().out()).document(new Cancelled(id, state));
    } else {
      context.terminal().err().println(RunFront.sentence(id, state));
    }
    return ExitCode.OK.status();
  }
}
