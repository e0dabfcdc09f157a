package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/** Reads where Megatron Core goes. */
final class TargetParts {
  private static final List<String> HOSTS = List.of("local", "ssh");
  private static final List<String> TARGETS = List.of("local", "ssh", "container");

  private TargetParts() {}

  /** This computer where nothing is said. */
  static Target target(JsonFields fields) {
    return target(fields, "target", TARGETS);
  }

  private static Target target(JsonFields fields, String name, List<String> kinds) {
    return fields.object(name).flatMap(t -> written(t, kinds)).orElseGet(Target.Local::new);
  }

  private static Optional<Target> written(JsonFields target, List<String> kinds) {
    if (!target.has("kind")) {
      target.missing(
          "kind",
          kinds.contains("container")
              ? Words.of("plan.answers-missing-field.cause.target-kind")
              : Words.of("plan.answers-missing-field.cause.host-kind"));
    }
    Optional<Target> result =
        target
            .word("kind", kinds)
            .map(
                kind ->
                    switch (kind) {
                      case "local" -> new Target.Local();
                      case "ssh" -> ssh(target);
                      default -> container(target);
                    });
    if (result.isPresent()) {
      target.finish();
    }
    return result;
  }

  private static Target ssh(JsonFields target) {
    return new Target.Ssh(
        target.requiredText("host", Words.of("plan.answers-missing-field.cause.host")),
        target.text("user"),
        target.number("port"),
        target.text("identity"),
        target.texts("jumps"));
  }

  private static Target container(JsonFields target) {
    return new Target.Container(
        target(target, "host", HOSTS),
        engine(target),
        target.text("name").orElse(Target.Container.DEFAULT_NAME),
        target.text("image"),
        target.text("gpus").orElse(Target.Container.ALL_GPUS),
        target.objects("mounts").stream().map(TargetParts::mount).toList(),
        target.flag("hostNetwork"),
        target.text("commitTo"),
        target.flag("removeAfter"));
  }

  private static ContainerEngine engine(JsonFields target) {
    return target
        .word("engine", List.of(ContainerEngine.DOCKER.program(), ContainerEngine.PODMAN.program()))
        .filter(ContainerEngine.PODMAN.program()::equals)
        .map(_ -> ContainerEngine.PODMAN)
        .orElse(ContainerEngine.DOCKER);
  }

  private static Mount mount(JsonFields mount) {
    Mount result =
        new Mount(
            mount.requiredText("source", Words.of("plan.answers-missing-field.cause.mount-source")),
            mount.requiredText("target", Words.of("plan.answers-missing-field.cause.mount-target")),
            mount.flag("readOnly"));
    mount.finish();
    return result;
  }
}
