package org.megatronsetup.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.plan.ContainerCommands;

/** What was found of a container's host, one line for each thing looked at. */
public final class EngineVerdicts {
  private static final List<String> GPU =
      List.of("container-no-gpu", "container-no-nvidia-runtime");
  private static final List<String> IMAGE = List.of("image-architecture", "image-no-space");

  private final Target.Container target;
  private final EngineFacts facts;
  private final List<Problem> problems;

  private EngineVerdicts(Target.Container target, EngineFacts facts, List<Problem> problems) {
    this.target = target;
    this.facts = facts;
    this.problems = problems;
  }

  /** Verdicts, with the problems among them. */
  public static List<Verdict> of(
      Target.Container target, EngineFacts facts, List<Problem> problems) {
    return new EngineVerdicts(target, facts, problems).verdicts();
  }

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(engine());
    if (facts.state() != EngineFacts.State.READY) {
      return verdicts;
    }
    verdicts.add(container());
    if (facts.container().isPresent() || target.image().isEmpty()) {
      return verdicts;
    }
    verdicts.add(image());
    verdicts.add(gpus());
    if (!facts.init()) {
      verdicts.add(
          Preflight.attention(
              "engine-init",
              "Init process",
              "the engine has none to give",
              "Ended processes stay in the list of the container until it stops. Install catatonit"
                  + " for Podman."));
    }
    if (!facts.raisesLimits() && ContainerCommands.ofNvidia(target.image().orElseThrow())) {
      verdicts.add(
          Preflight.attention(
              "engine-limits",
              "Locked memory",
              "stays limited in the container",
              "The engine may not raise limits there. Training on one machine works; NCCL over"
                  + " InfiniBand may ask for “ulimit -l unlimited”, which an administrator sets in"
                  + " /etc/security/limits.conf."));
    }
    mounts().ifPresent(verdicts::add);
    return verdicts;
  }

  private Verdict engine() {
    String title = target.engine().program().equals("docker") ? "Docker" : "Podman";
    return blocked(
            "engine", title, List.of("engine-absent", "engine-daemon-down", "engine-no-permission"))
        .orElseGet(() -> Preflight.ready("engine", title, engineValue()));
  }

  private String engineValue() {
    StringBuilder value = new StringBuilder(facts.version().orElse(""));
    if (facts.rootless()) {
      value.append(", rootless");
    } else if (facts.command().contains("sudo")) {
      value.append(", through sudo");
    }
    facts.store().ifPresent(store -> value.append(", images in ").append(store));
    facts.free().ifPresent(free -> value.append(" (").append(gigabytes(free)).append(" free)"));
    return value.toString();
  }

  private Verdict container() {
    Optional<Verdict> blocked =
        blocked("container", "Container", List.of("container-absent", "container-name-taken"));
    return blocked.orElseGet(
        () ->
            Preflight.ready(
                "container",
                "Container",
                facts
                    .container()
                    .map(c -> target.name() + ": " + c.status() + ", of " + c.image())
                    .orElse(target.name() + ": will be made")));
  }

  private Verdict image() {
    return blocked("image", "Image", IMAGE)
        .orElseGet(
            () ->
                Preflight.ready(
                    "image",
                    "Image",
                    target.image().orElseThrow()
                        + facts
                            .image()
                            .map(image -> ": here, " + gigabytes(image.size()))
                            .orElse(": will be fetched")));
  }

  private Verdict gpus() {
    boolean none = target.gpus().equals(Target.Container.NO_GPUS);
    if (none && facts.gpus() > 0) {
      return Preflight.attention(
          "container-gpus",
          "GPUs",
          "not given to the container",
          "The machine has " + facts.gpus() + "; choose all of them to train there.");
    }
    return blocked("container-gpus", "GPUs", GPU)
        .orElseGet(
            () ->
                Preflight.ready(
                    "container-gpus",
                    "GPUs",
                    none ? "none asked for" : target.gpus() + " of " + facts.gpus()));
  }

  private Optional<Verdict> mounts() {
    if (target.mounts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        blocked("mounts", "Folders of the host", List.of("mount-absent"))
            .orElseGet(
                () ->
                    Preflight.ready(
                        "mounts", "Folders of the host", target.mounts().size() + " found")));
  }

  private Optional<Verdict> blocked(String id, String title, List<String> codes) {
    return problems.stream()
        .filter(problem -> codes.contains(problem.code()))
        .findFirst()
        .map(problem -> Preflight.blocks(id, title, problem.sentence(), problem.nextStep()));
  }

  private static String gigabytes(long bytes) {
    return "%.1f GB".formatted(bytes / 1e9).toUpperCase(Locale.ROOT).replace(',', '.');
  }
}
