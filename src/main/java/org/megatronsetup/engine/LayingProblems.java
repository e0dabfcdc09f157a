package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.container.PullProblems;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerPlanner;
import org.megatronsetup.words.Words;

/** Why a container did not come to be, from what the engine printed. */
final class LayingProblems {
  private LayingProblems() {}

  static List<Problem> of(Target.Container target, RunState end, String log, FailureBook failures) {
    return switch (end) {
      case RunState.Failed(var step, var _) -> List.of(failed(target, step, log, failures));
      case RunState.Cancelled _ ->
          List.of(
              problem(
                  "container-cancelled",
                  Words.of("engine.container-cancelled.sentence", target.name()),
                  KeptLayers.of(target.engine()),
                  Words.of("engine.container-cancelled.next")));
      default ->
          List.of(
              problem(
                  "container-not-started",
                  Words.of("engine.container-not-started.no-end.sentence", target.name()),
                  Words.of("engine.container-not-started.no-end.cause"),
                  Words.of("engine.container-not-started.no-end.next")));
    };
  }

  private static Problem failed(
      Target.Container target, String step, String log, FailureBook failures) {
    Optional<Problem> known =
        step.equals(ContainerPlanner.IMAGE_STEP)
            ? PullProblems.of(failures, log, target.image().orElse(""), target.engine())
            : Optional.empty();
    if (known.isPresent()) {
      return known.get();
    }
    Diagnosis diagnosis = failures.diagnose(log, step);
    return problem(
        step.equals(ContainerPlanner.IMAGE_STEP) ? "image-not-fetched" : "container-not-started",
        step.equals(ContainerPlanner.IMAGE_STEP)
            ? Words.of("engine.image-not-fetched.sentence", target.image().orElse(""))
            : Words.of("engine.container-not-started.sentence", target.name()),
        diagnosis.cause(),
        diagnosis.remedies().getFirst());
  }

  private static Problem problem(String code, String sentence, String cause, String nextStep) {
    return new Problem(Problem.Kind.STEP, code, sentence, cause, nextStep, "target");
  }
}
