package org.megatronsetup.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.words.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the runs of a target. */
@Command(name = "runs", description = "List the runs of the target, newest first.")
final class RunsCommand implements Callable<Integer>, JsonOutput {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Context context;

  @Mixin TargetOption target;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  RunsCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    List<RunSummary> runs = context.setup(target).runs();
    if (json) {
      new JsonLines(context.terminal().out()).document(runs);
      return ExitCode.OK.status();
    }
    if (runs.isEmpty()) {
      context.terminal().err().println(Words.of("cli.runs.none"));
    }
    for (RunSummary run : runs) {
      context
          .terminal()
          .out()
          .println(
              "%s  %s  %-14s  %s  %s"
                  .formatted(
                      run.id(),
                      TIME.format(run.started()),
                      word(run.state()),
                      run.title(),
                      run.environmentRoot()));
    }
    context.terminal().out().flush();
    return ExitCode.OK.status();
  }

  static String word(RunState state) {
    return switch (state) {
      case RunState.Waiting _ -> Words.of("cli.runs.waiting");
      case RunState.Running _ -> Words.of("cli.runs.running");
      case RunState.Succeeded _ -> Words.of("cli.runs.succeeded");
      case RunState.Failed _ -> Words.of("cli.runs.failed");
      case RunState.Cancelled _ -> Words.of("cli.runs.cancelled");
      case RunState.HostRestarted _ -> Words.of("cli.runs.host-restarted");
      case RunState.ContainerRestarted _ -> Words.of("cli.runs.container-restarted");
      case RunState.Died _ -> Words.of("cli.runs.died");
      case RunState.Unknown _ -> Words.of("cli.runs.unknown");
    };
  }
}
