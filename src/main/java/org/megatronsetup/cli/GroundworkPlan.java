package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.plan.AnswersCheck;
import org.megatronsetup.plan.AnswersWriter;

/**
 * The plan for a container that does not run yet: what is done on its host. What is done inside can
 * be planned once somebody can look inside.
 */
final class GroundworkPlan {
  private static final String LATER =
      "What is installed inside is planned once the container runs.";

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
        new JsonLines(terminal.out()).document(new Document(found, LATER));
      }
      case text -> {
        GroundworkText.print(found, terminal.out());
        stopFor(found.problems());
        terminal.out().println();
        terminal.out().println(LATER);
      }
      case sh -> {
        stopFor(found.problems());
        throw new SetupException(
            Problem.preflight(
                "container-not-running",
                "",
                "There is no script of it yet.",
                LATER,
                "'megatron-setup plan' without --format says what starts it."));
      }
      case dockerfile -> {
        stopFor(found.problems());
        throw new SetupException(
            Problem.preflight(
                "container-not-running",
                "",
                "There is no Dockerfile of it yet.",
                LATER,
                "Start a container of that image with “sleep infinity” in it, and plan again with"
                    + " its --name and without --image: nothing is installed for that."));
      }
    }
    terminal.out().flush();
    return ExitCode.OK.status();
  }

  private static void stopFor(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
  }
}
