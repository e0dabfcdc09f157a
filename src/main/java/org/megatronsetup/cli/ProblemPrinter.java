package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Says what stands in the way, for people or for machines. */
final class ProblemPrinter {
  private ProblemPrinter() {}

  static void print(List<Problem> problems, boolean json, Terminal terminal) {
    if (json) {
      JsonLines lines = new JsonLines(terminal.out());
      problems.forEach(problem -> lines.event("problem", "problem", problem));
      return;
    }
    for (Problem problem : problems) {
      String field = problem.field().isEmpty() ? "" : problem.field() + ": ";
      terminal.err().println("megatron-setup: " + field + problem.sentence());
      if (!problem.cause().isEmpty()) {
        terminal.err().println("  " + Words.of("cli.problem.why", problem.cause()));
      }
      if (!problem.nextStep().isEmpty()) {
        terminal.err().println("  " + Words.of("cli.problem.next", problem.nextStep()));
      }
    }
    terminal.err().flush();
  }
}
