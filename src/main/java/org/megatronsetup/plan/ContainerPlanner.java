package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/** What is done on a host until a container runs there. A pure function of what was found. */
public final class ContainerPlanner {
  /** Steps name it: a helper file that lies in every run directory for a container. */
  public static final String PULL_TOOL = "pull.sh";

  /** The one before uses it to know how many bytes will come. */
  public static final String SIZE_TOOL = "image-size.sh";

  /** A third one. */
  public static final String MAKE_TOOL = "make.sh";

  public static final String IMAGE_STEP = "image";
  public static final String CONTAINER_STEP = "container";

  private final Target.Container target;
  private final EngineFacts facts;
  private final ContainerCommands commands;

  private ContainerPlanner(Target.Container target, EngineFacts facts) {
    this.target = target;
    this.facts = facts;
    this.commands = ContainerCommands.of(target, facts);
  }

  /**
   * Makes the plan; it has no steps where the container runs already.
   *
   * @param cost of fetching the image, where that is known
   */
  public static Plan plan(Target.Container target, EngineFacts facts, Optional<ImageCost> cost) {
    return new Plan(
        new ContainerPlanner(target, facts).steps(cost),
        "",
        // two clients that ask for one container must not make it twice
        "/containers/" + target.engine().program() + "/" + target.name(),
        "",
        List.of());
  }

  private List<Step> steps(Optional<ImageCost> cost) {
    Optional<EngineFacts.Container> there = facts.container();
    if (there.isPresent()) {
      return there.get().running() ? List.of() : List.of(start());
    }
    List<Step> steps = new ArrayList<>();
    target
        .image()
        .ifPresent(
            image -> {
              if (facts.image().isEmpty()) {
                steps.add(pull(image, cost));
              }
              steps.add(make(image));
            });
    return steps;
  }

  private Step pull(String image, Optional<ImageCost> cost) {
    List<String> words = new ArrayList<>(List.of("sh", "tools/" + PULL_TOOL, image));
    words.addAll(commands.engine());
    return new Step(
        IMAGE_STEP,
        Words.of("plan.step.image.title", image),
        Words.of("plan.step.image.why"),
        exec(words),
        false,
        exec(commands.engine("image", "inspect", image)),
        new Step.Estimate(
            cost.map(c -> (int) Math.max(5, c.download() / 30_000_000L)).orElse(600),
            cost.map(ImageCost::download).orElse(0L),
            cost.map(ImageCost::restsOn)
                .orElse(Words.of("plan.step.image.estimate.size-unknown"))));
  }

  private Step make(String image) {
    List<String> words = new ArrayList<>(List.of("sh", "tools/" + MAKE_TOOL, target.name()));
    words.addAll(commands.make());
    return new Step(
        CONTAINER_STEP,
        Words.of("plan.step.container.title", target.name()),
        ContainerCommands.ofNvidia(image)
            ? Words.of("plan.step.container.why.nvidia")
            : Words.of("plan.step.container.why"),
        exec(words),
        false,
        runs(),
        new Step.Estimate(5, 0, Words.of("plan.step.container.estimate")));
  }

  private Step start() {
    return new Step(
        CONTAINER_STEP,
        Words.of("plan.step.container-again.title", target.name()),
        Words.of("plan.step.container-again.why"),
        exec(commands.start()),
        false,
        runs(),
        new Step.Estimate(5, 0, Words.of("plan.step.container.estimate")));
  }

  private List<Command> runs() {
    return exec(commands.engine("exec", target.name(), "true"));
  }

  private static List<Command> exec(List<String> words) {
    return List.of(new Command.Exec(words));
  }
}
