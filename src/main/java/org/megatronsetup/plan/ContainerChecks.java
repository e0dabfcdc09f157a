package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Facts.PathFact;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/** Why a container cannot be had as it is asked for. */
public final class ContainerChecks {
  private final Target.Container target;
  private final EngineFacts facts;
  private final String engine;
  private final List<Problem> problems = new ArrayList<>();

  private ContainerChecks(Target.Container target, EngineFacts facts) {
    this.target = target;
    this.facts = facts;
    this.engine = name(target.engine());
  }

  /**
   * Looks for problems, all of them.
   *
   * @param cost of fetching the image, where that is known
   */
  public static List<Problem> of(
      Target.Container target, EngineFacts facts, Optional<ImageCost> cost) {
    ContainerChecks checks = new ContainerChecks(target, facts);
    if (checks.engineWorks()) {
      checks.container();
      if (facts.container().isEmpty() && target.image().isPresent()) {
        checks.image();
        checks.gpus();
        checks.mounts();
        checks.space(cost);
      }
    }
    return List.copyOf(checks.problems);
  }

  /** Why the engine alone cannot be used. */
  public static List<Problem> ofEngine(Target.Container target, EngineFacts facts) {
    ContainerChecks checks = new ContainerChecks(target, facts);
    checks.engineWorks();
    return List.copyOf(checks.problems);
  }

  /** What an engine is called in a sentence. */
  public static String name(ContainerEngine engine) {
    return engine == ContainerEngine.DOCKER ? "Docker" : "Podman";
  }

  private boolean engineWorks() {
    switch (facts.state()) {
      case READY -> {}
      case ABSENT ->
          add(
              "engine-absent",
              "target.engine",
              Words.of("plan.engine-absent.sentence", engine),
              facts.said().isEmpty()
                  ? Words.of("plan.engine-absent.cause", target.engine().program())
                  : facts.said(),
              target.engine() == ContainerEngine.DOCKER
                  ? Words.of("plan.engine-absent.next.docker")
                  : Words.of("plan.engine-absent.next.podman"));
      case DAEMON_DOWN ->
          add(
              "engine-daemon-down",
              "target.engine",
              Words.of("plan.engine-daemon-down.sentence", engine),
              facts.said(),
              target.engine() == ContainerEngine.DOCKER
                  ? Words.of("plan.engine-daemon-down.next.docker")
                  : Words.of("plan.engine-daemon-down.next.podman"));
      case NO_PERMISSION ->
          add(
              "engine-no-permission",
              "target.engine",
              Words.of("plan.engine-no-permission.sentence", engine),
              facts.said(),
              Words.of("plan.engine-no-permission.next"));
    }
    return facts.state() == EngineFacts.State.READY;
  }

  private void container() {
    Optional<EngineFacts.Container> there = facts.container();
    if (target.image().isEmpty()) {
      if (there.isEmpty()) {
        add(
            "container-absent",
            "target.name",
            Words.of("plan.container-absent.sentence", target.name()),
            Words.of("plan.container-absent.cause"),
            Words.of("plan.container-absent.next"));
      }
      return;
    }
    boolean another =
        there
            .filter(c -> !c.madeFor().equals(Optional.of(ContainerCommands.madeFor(target))))
            .isPresent();
    if (another) {
      add(
          "container-name-taken",
          "target.name",
          Words.of("plan.container-name-taken.sentence", target.name()),
          there.get().madeFor().isPresent()
              ? Words.of("plan.container-name-taken.cause.made-here", there.get().madeFor().get())
              : Words.of("plan.container-name-taken.cause.made-elsewhere", there.get().image()),
          Words.of("plan.container-name-taken.next", target.engine().program(), target.name()));
    }
  }

  private void image() {
    facts
        .image()
        .map(EngineFacts.Image::architecture)
        .filter(arch -> !arch.isEmpty() && !facts.architecture().isEmpty())
        .filter(arch -> !arch.equals(facts.architecture()))
        .ifPresent(
            arch ->
                add(
                    "image-architecture",
                    "target.image",
                    Words.of(
                        "plan.image-architecture.sentence",
                        target.image().orElseThrow(),
                        arch,
                        facts.architecture()),
                    Words.of("plan.image-architecture.cause"),
                    Words.of(
                        "plan.image-architecture.next",
                        facts.architecture(),
                        target.engine().program(),
                        target.image().orElseThrow())));
  }

  private void gpus() {
    if (target.gpus().equals(Target.Container.NO_GPUS)) {
      return;
    }
    if (facts.gpus() == 0) {
      add(
          "container-no-gpu",
          "target.gpus",
          Words.of("plan.container-no-gpu.sentence"),
          Words.of("plan.container-no-gpu.cause"),
          Words.of("plan.container-no-gpu.next"));
    } else if (target.engine() == ContainerEngine.PODMAN ? !declared() : !reachable()) {
      add(
          "container-no-nvidia-runtime",
          "target.gpus",
          Words.of("plan.container-no-nvidia-runtime.sentence", engine),
          target.engine() == ContainerEngine.PODMAN
              ? Words.of("plan.container-no-nvidia-runtime.cause.podman", device())
              : Words.of("plan.container-no-nvidia-runtime.cause.docker"),
          target.engine() == ContainerEngine.PODMAN
              ? Words.of("plan.container-no-nvidia-runtime.next.podman")
              : Words.of("plan.container-no-nvidia-runtime.next.docker"));
    }
  }

  private boolean reachable() {
    return facts.nvidiaRuntime() || declared();
  }

  private boolean declared() {
    return facts.cdi().contains(device());
  }

  /** The first device that is asked for. */
  private String device() {
    return "nvidia.com/gpu=" + target.gpus().split(",")[0];
  }

  private void mounts() {
    for (int i = 0; i < target.mounts().size() && i < facts.sources().size(); i++) {
      Mount mount = target.mounts().get(i);
      if (facts.sources().get(i) == PathFact.Kind.ABSENT) {
        add(
            "mount-absent",
            "target.mounts[" + i + "].source",
            Words.of("plan.mount-absent.sentence", mount.source()),
            Words.of("plan.mount-absent.cause"),
            Words.of("plan.mount-absent.next"));
      }
    }
  }

  private void space(Optional<ImageCost> cost) {
    if (facts.image().isPresent() || cost.isEmpty() || facts.free().isEmpty()) {
      return;
    }
    long needed = cost.get().disk();
    if (facts.free().get() < needed) {
      add(
          "image-no-space",
          "target.image",
          spaceSentence(PlaceChecks.size(facts.free().get()), PlaceChecks.size(needed)),
          cost.get().restsOn(),
          Words.of("plan.image-no-space.next", target.engine().program()));
    }
  }

  private String spaceSentence(String free, String needed) {
    return facts
        .store()
        .map(store -> Words.of("plan.image-no-space.sentence", free, store, needed))
        .orElseGet(() -> Words.of("plan.image-no-space.sentence.store-unknown", free, needed));
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.preflight(code, field, sentence, cause, nextStep));
  }
}
