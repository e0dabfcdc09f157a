package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.container.PullProblems;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerPlanner;

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
                  "The start of the container " + target.name() + " was cancelled.",
                  target.engine() == ContainerEngine.PODMAN
                      ? "Layers of the image that came whole stay for the next time."
                      : "Docker keeps no part of an image that did not come whole.",
                  "Start it again whenever you like."));
      default ->
          List.of(
              problem(
                  "container-not-started",
                  "The start of the container " + target.name() + " ended without saying how.",
                  "It was ended from outside, or the host was restarted.",
                  "Start it again; what is there already is not fetched again."));
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
            ? "The image " + target.image().orElse("") + " could not be fetched."
            : "The container " + target.name() + " could not be started.",
        diagnosis.cause(),
        diagnosis.remedies().getFirst());
  }

  private static Problem problem(String code, String sentence, String cause, String nextStep) {
    return new Problem(Problem.Kind.STEP, code, sentence, cause, nextStep, "target");
  }
}
