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
              engine + " is not installed there.",
              facts.said().isEmpty()
                  ? "There is no program called " + target.engine().program() + "."
                  : facts.said(),
              target.engine() == ContainerEngine.DOCKER
                  ? "Install Docker as docs.docker.com/engine/install describes for that system, or"
                      + " choose Podman if it is there."
                  : "Install Podman with the system's packages (apt-get install podman), or choose"
                      + " Docker if it is there.");
      case DAEMON_DOWN ->
          add(
              "engine-daemon-down",
              "target.engine",
              engine + " does not answer there.",
              facts.said(),
              target.engine() == ContainerEngine.DOCKER
                  ? "Start its daemon with “sudo systemctl start docker”; “systemctl status docker”"
                      + " says why it may not be running."
                  : "“podman info” on that machine says what is wrong.");
      case NO_PERMISSION ->
          add(
              "engine-no-permission",
              "target.engine",
              "This user may not use " + engine + " there.",
              facts.said(),
              "Let the user in with “sudo usermod -aG docker $USER” and sign in anew, set up"
                  + " rootless Docker, or choose Podman, which needs no rights. Members of the"
                  + " group docker can become root on that machine.");
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
            "There is no container " + target.name() + " there.",
            "No image is named, so a container is looked for that exists.",
            "Choose the name of a container that is there, or an image to make one of.");
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
          "There is a container called " + target.name() + " already.",
          there.get().madeFor().isPresent()
              ? "It was made here from other choices: " + there.get().madeFor().get() + "."
              : "It was made by somebody else, from " + there.get().image() + ".",
          "Choose another name; or leave the image out to use that container as it is; or remove it"
              + " with “"
              + target.engine().program()
              + " rm --force "
              + target.name()
              + "” if nobody needs it.");
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
                    "The image "
                        + target.image().orElseThrow()
                        + " is for "
                        + arch
                        + ", and the machine is "
                        + facts.architecture()
                        + ".",
                    "Programs of another architecture cannot be run there.",
                    "Choose an image for "
                        + facts.architecture()
                        + "; where the tag has both, remove the wrong one first: "
                        + target.engine().program()
                        + " rmi "
                        + target.image().orElseThrow()));
  }

  private void gpus() {
    if (target.gpus().equals(Target.Container.NO_GPUS)) {
      return;
    }
    if (facts.gpus() == 0) {
      add(
          "container-no-gpu",
          "target.gpus",
          "GPUs are asked for, and the machine has none.",
          "No NVIDIA GPU was found there, or its driver is not loaded.",
          "Choose no GPUs to go on without, or install the driver; “nvidia-smi” then lists them.");
    } else if (target.engine() == ContainerEngine.PODMAN ? !declared() : !reachable()) {
      add(
          "container-no-nvidia-runtime",
          "target.gpus",
          engine + " cannot give GPUs to a container there.",
          target.engine() == ContainerEngine.PODMAN
              ? "Podman takes them from a CDI file of NVIDIA's, and none there declares "
                  + device()
                  + "."
              : "Neither NVIDIA's container runtime nor a CDI file for it is there.",
          target.engine() == ContainerEngine.PODMAN
              ? "Install the NVIDIA Container Toolkit and run “sudo nvidia-ctk cdi generate"
                  + " --output=/etc/cdi/nvidia.yaml”."
              : "Install the NVIDIA Container Toolkit, run “sudo nvidia-ctk runtime configure"
                  + " --runtime=docker” and “sudo systemctl restart docker”.");
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
            "There is no folder " + mount.source() + " on the host.",
            "An engine would make an empty one in its place, or refuse.",
            "Make the folder, or choose one that is there.");
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
          "There is too little space for the image: "
              + PlaceChecks.size(facts.free().get())
              + " free at "
              + facts.store().orElse("its store")
              + ", and it takes about "
              + PlaceChecks.size(needed)
              + ".",
          cost.get().restsOn(),
          "Free some space there (“"
              + target.engine().program()
              + " system df” says what images take), or choose a smaller image.");
    }
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.preflight(code, field, sentence, cause, nextStep));
  }
}
