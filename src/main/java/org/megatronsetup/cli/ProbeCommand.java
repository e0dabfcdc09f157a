package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at the target; changes nothing. */
@Command(
    name = "probe",
    description = "Look at the target and say what is ready and what stands in the way.")
final class ProbeCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

  @Mixin TargetOption target;

  @Option(names = "--json", description = "Print facts and verdicts as one JSON document.")
  boolean json;

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "Also look at this path, such as a planned environment. May be repeated.")
  List<Path> paths = List.of();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "Also describe this interpreter. May be repeated.")
  List<Path> pythons = List.of();

  ProbeCommand(Context context) {
    this.context = context;
  }

  private record Found(Facts facts, List<Verdict> verdicts) {}

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = context.setup(target);
    Facts facts = setup.probe(absolute(paths), absolute(pythons));
    List<Verdict> verdicts = setup.preflight(facts);
    if (json) {
      new JsonLines(context.terminal().out()).document(new Found(facts, verdicts));
    } else {
      VerdictTable.print(verdicts, context.terminal().out());
    }
    boolean blocked = verdicts.stream().anyMatch(v -> v.level() == Verdict.Level.BLOCKS);
    return (blocked ? ExitCode.PREFLIGHT : ExitCode.OK).status();
  }

  private List<String> absolute(List<Path> paths) {
    return paths.stream().map(new Places(target.target())::absolute).toList();
  }
}
