package org.megatronsetup.cli;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;
import picocli.CommandLine.Parameters;

/** Which run is meant: its id, a beginning of it that fits only one, or the newest. */
final class RunArgument {

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "Id of a run, or the beginning of one. Default: the newest.")
  Optional<String> id = Optional.empty();

  String resolve(Setup setup) throws InterruptedException {
    List<String> ids = setup.runs().stream().map(RunSummary::id).toList();
    List<String> fitting = ids.stream().filter(known -> known.startsWith(id.orElse(""))).toList();
    if (id.isPresent() && fitting.size() > 1 && !fitting.contains(id.get())) {
      throw problem(
          "run-ambiguous",
          Words.of("cli.run-ambiguous.sentence", id.get()),
          Words.of("cli.run-ambiguous.cause", String.join(", ", fitting)));
    }
    if (fitting.isEmpty()) {
      throw problem(
          "run-unknown",
          id.map(i -> Words.of("cli.run-unknown.sentence", i))
              .orElseGet(() -> Words.of("cli.run-unknown.none")),
          "");
    }
    return id.filter(fitting::contains).orElse(fitting.getFirst());
  }

  private static SetupException problem(String code, String sentence, String cause) {
    return new SetupException(
        Problem.answers(code, "", sentence, cause, Words.of("cli.run-unknown.next")));
  }
}
