package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Verdict;

/**
 * What a container needs before anything can be installed in it.
 *
 * @param verdicts one for each thing looked at on the host
 * @param problems why the container cannot be had; empty: it can
 * @param plan what will be done on the host; without steps: the container runs already
 * @param command what starts the container, as a person would type it
 */
public record Groundwork(
    EngineFacts facts, List<Verdict> verdicts, List<Problem> problems, Plan plan, String command) {

  public Groundwork {
    verdicts = List.copyOf(verdicts);
    problems = List.copyOf(problems);
  }

  /** Whether the container is there and runs. */
  public boolean laid() {
    return problems.isEmpty() && plan.steps().isEmpty();
  }

  /** The image of a container that is there already. */
  public Optional<String> image() {
    return facts.container().map(EngineFacts.Container::image);
  }
}
