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
import org.megatronsetup.words.Words;

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
              Words.of("probe.engine-init.title"),
              Words.of("probe.engine-init.value"),
              Words.of("probe.engine-init.remedy")));
    }
    if (!facts.raisesLimits() && ContainerCommands.ofNvidia(target.image().orElseThrow())) {
      verdicts.add(
          Preflight.attention(
              "engine-limits",
              Words.of("probe.engine-limits.title"),
              Words.of("probe.engine-limits.value"),
              Words.of("probe.engine-limits.remedy")));
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
    String version = facts.version().orElse("");
    if (facts.rootless()) {
      version = Words.of("probe.engine.rootless", version);
    } else if (facts.command().contains("sudo")) {
      version = Words.of("probe.engine.sudo", version);
    }
    return facts.store().isPresent() ? withImages(version, facts.store().get()) : version;
  }

  private String withImages(String version, String store) {
    return facts
        .free()
        .map(free -> Words.of("probe.engine.store-free", version, store, gigabytes(free)))
        .orElseGet(() -> Words.of("probe.engine.store", version, store));
  }

  private Verdict container() {
    Optional<Verdict> blocked =
        blocked(
            "container",
            Words.of("probe.container.title"),
            List.of("container-absent", "container-name-taken"));
    return blocked.orElseGet(
        () ->
            Preflight.ready(
                "container",
                Words.of("probe.container.title"),
                facts
                    .container()
                    .map(
                        c ->
                            Words.of("probe.container.there", target.name(), c.status(), c.image()))
                    .orElseGet(() -> Words.of("probe.container.new", target.name()))));
  }

  private Verdict image() {
    return blocked("image", Words.of("probe.image.title"), IMAGE)
        .orElseGet(
            () ->
                Preflight.ready(
                    "image",
                    Words.of("probe.image.title"),
                    imageValue(target.image().orElseThrow())));
  }

  private String imageValue(String name) {
    return facts
        .image()
        .map(image -> Words.of("probe.image.here", name, gigabytes(image.size())))
        .orElseGet(() -> Words.of("probe.image.new", name));
  }

  private Verdict gpus() {
    boolean none = target.gpus().equals(Target.Container.NO_GPUS);
    if (none && facts.gpus() > 0) {
      return Preflight.attention(
          "container-gpus",
          Words.of("probe.container-gpus.title"),
          Words.of("probe.container-gpus.unused"),
          Words.of("probe.container-gpus.unused.remedy", facts.gpus()));
    }
    return blocked("container-gpus", Words.of("probe.container-gpus.title"), GPU)
        .orElseGet(
            () ->
                Preflight.ready(
                    "container-gpus", Words.of("probe.container-gpus.title"), gpusValue()));
  }

  private String gpusValue() {
    return switch (target.gpus()) {
      case Target.Container.NO_GPUS -> Words.of("probe.container-gpus.none");
      case Target.Container.ALL_GPUS -> Words.of("probe.container-gpus.all", facts.gpus());
      default -> Words.of("probe.container-gpus.some", target.gpus(), facts.gpus());
    };
  }

  private Optional<Verdict> mounts() {
    if (target.mounts().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        blocked("mounts", Words.of("probe.mounts.title"), List.of("mount-absent"))
            .orElseGet(
                () ->
                    Preflight.ready(
                        "mounts",
                        Words.of("probe.mounts.title"),
                        Words.of("probe.mounts.found", target.mounts().size()))));
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
