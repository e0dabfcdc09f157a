package org.megatronsetup.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;
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

  /** What there is of a container; of the target itself, unless that cannot be looked at yet. */
  private record Found(
      Optional<Groundwork> groundwork, Optional<Facts> facts, List<Verdict> verdicts) {

    boolean blocked() {
      return groundwork.map(Groundwork::problems).filter(found -> !found.isEmpty()).isPresent()
          || verdicts.stream().anyMatch(v -> v.level() == Verdict.Level.BLOCKS);
    }
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = context.setup(target);
    Optional<Groundwork> groundwork = Optional.empty();
    if (setup.containerHost().isPresent()) {
      groundwork = Optional.of(setup.containerHost().get().look());
    }
    Optional<Facts> facts = Optional.empty();
    if (groundwork.isEmpty() || groundwork.get().laid()) {
      facts = Optional.of(setup.probe(absolute(paths), absolute(pythons)));
    }
    Found found = new Found(groundwork, facts, facts.map(setup::preflight).orElseGet(List::of));
    if (json) {
      new JsonLines(context.terminal().out()).document(found);
    } else {
      print(found, context.terminal().out());
    }
    return (found.blocked() ? ExitCode.PREFLIGHT : ExitCode.OK).status();
  }

  private void print(Found found, PrintStream out) {
    found.groundwork().ifPresent(groundwork -> GroundworkText.print(groundwork, out));
    found
        .groundwork()
        .map(Groundwork::problems)
        .ifPresent(problems -> ProblemPrinter.print(problems, false, context.terminal()));
    if (found.groundwork().isPresent() && found.facts().isPresent()) {
      out.println();
      out.println(Words.of("cli.probe.container"));
    }
    VerdictTable.print(found.verdicts(), out);
  }

  private List<String> absolute(List<Path> paths) {
    return paths.stream().map(new Places(target.target())::absolute).toList();
  }
}
