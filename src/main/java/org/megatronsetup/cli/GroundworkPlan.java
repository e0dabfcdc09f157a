package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.plan.AnswersCheck;
import org.megatronsetup.plan.AnswersWriter;
import org.megatronsetup.words.Words;

/**
 * The plan for a container that does not run yet: what is done on its host. What is done inside can
 * be planned once somebody can look inside.
 */
final class GroundworkPlan {
  private record Document(Groundwork groundwork, String note) {}

  private final Terminal terminal;

  GroundworkPlan(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * @return the exit status
   * @throws SetupException for what stands in the way of the container
   */
  int print(Groundwork found, Answers answers, PlanCommand.Format format) {
    stopFor(AnswersCheck.check(answers));
    switch (format) {
      case answers -> terminal.out().print(AnswersWriter.write(answers));
      case json -> {
        stopFor(found.problems());
        new JsonLines(terminal.out()).document(new Document(found, later()));
      }
      case text -> {
        GroundworkText.print(found, terminal.out());
        stopFor(found.problems());
        terminal.out().println();
        terminal.out().println(later());
      }
      case sh -> {
        stopFor(found.problems());
        throw new SetupException(
            Problem.preflight(
                "container-not-running",
                "",
                Words.of("cli.groundwork.no-script"),
                later(),
                Words.of("cli.groundwork.no-script.next")));
      }
      case dockerfile -> {
        stopFor(found.problems());
        throw new SetupException(
            Problem.preflight(
                "container-not-running",
                "",
                Words.of("cli.groundwork.no-dockerfile"),
                later(),
                Words.of("cli.groundwork.no-dockerfile.next")));
      }
    }
    terminal.out().flush();
    return ExitCode.OK.status();
  }

  private static String later() {
    return Words.of("cli.groundwork.later");
  }

  private static void stopFor(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
  }
}
