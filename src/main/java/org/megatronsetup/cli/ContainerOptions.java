package org.megatronsetup.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Target;
import picocli.CommandLine.Option;

/** Which container, and what it is made of. */
final class ContainerOptions {

  @Option(
      names = "--on",
      paramLabel = "HOST",
      converter = TargetArgument.Host.class,
      description =
          "Where its engine is: local (this computer), ssh://[USER@]HOST[:PORT], or [USER@]ALIAS."
              + " Default: local.")
  Optional<Target> on = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "docker or podman. Default: docker.")
  Optional<EngineName> engine = Optional.empty();

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "Image to make it of, as in nvcr.io/nvidia/pytorch:26.06-py3 or ubuntu:24.04. Default:"
              + " use the container of that name.")
  Optional<String> image = Optional.empty();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What it is called. Default: " + Target.Container.DEFAULT_NAME + ".")
  Optional<String> name = Optional.empty();

  @Option(
      names = "--mount",
      paramLabel = "SOURCE:TARGET[:ro]",
      converter = MountArgument.class,
      description =
          "Folder of the host that it sees, both paths absolute; ro: it may only read. May be"
              + " repeated.")
  List<Mount> mounts = List.of();

  @Option(
      names = "--gpus",
      paramLabel = "GPUS",
      converter = GpusArgument.class,
      description = "all, none, or numbers as in 0,2. Default: all.")
  Optional<String> gpus = Optional.empty();

  @Option(names = "--host-network", description = "Share the host's network.")
  boolean hostNetwork;

  @Option(
      names = "--commit",
      paramLabel = "IMAGE",
      description = "Keep the result as this image once it is validated.")
  Optional<String> commit = Optional.empty();

  @Option(
      names = "--remove",
      description = "Remove the container once it is validated (and kept as an image, if wished).")
  boolean remove;

  /** The spelling on the command line. */
  enum EngineName {
    docker,
    podman
  }

  /**
   * The container that is meant, where answers may name one already: what is typed overrides it.
   *
   * @param host completes the host with what belongs to the way there
   */
  Target.Container over(Target.Container base, UnaryOperator<Target> host) {
    return new Target.Container(
        host.apply(on.orElse(base.host())),
        engine.map(ContainerOptions::engine).orElse(base.engine()),
        name.orElse(base.name()),
        image.or(base::image),
        gpus.orElse(base.gpus()),
        mounts.isEmpty() ? base.mounts() : mounts,
        hostNetwork || base.hostNetwork(),
        commit.or(base::commitTo),
        remove || base.removeAfter());
  }

  /** What {@code --target container} means without any other option. */
  static Target.Container defaults() {
    return new Target.Container(
        new Target.Local(),
        ContainerEngine.DOCKER,
        Target.Container.DEFAULT_NAME,
        Optional.empty(),
        Target.Container.ALL_GPUS,
        List.of(),
        false,
        Optional.empty(),
        false);
  }

  /** The first of these options that was typed. */
  Optional<String> typed() {
    return Stream.of(
            on.map(_ -> "--on"),
            engine.map(_ -> "--engine"),
            image.map(_ -> "--image"),
            name.map(_ -> "--name"),
            mounts.stream().findFirst().map(_ -> "--mount"),
            gpus.map(_ -> "--gpus"),
            flag(hostNetwork, "--host-network"),
            commit.map(_ -> "--commit"),
            flag(remove, "--remove"))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> flag(boolean given, String option) {
    return given ? Optional.of(option) : Optional.empty();
  }

  private static ContainerEngine engine(EngineName name) {
    return switch (name) {
      case docker -> ContainerEngine.DOCKER;
      case podman -> ContainerEngine.PODMAN;
    };
  }
}
