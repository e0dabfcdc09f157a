package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Target;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.plan.ContainerCommands;

/** A believable machine with a container engine. */
public final class GroundworkSamples {
  public static final String NGC = "nvcr.io/nvidia/pytorch:26.06-py3";

  public static final Target.Container TARGET =
      new Target.Container(
          new Target.Local(),
          ContainerEngine.DOCKER,
          Target.Container.DEFAULT_NAME,
          Optional.of(NGC),
          Target.Container.ALL_GPUS,
          List.of(new Mount("/srv/data", "/data", true)),
          false,
          Optional.empty(),
          false);

  /** What is printed while an image is fetched. */
  static final List<String> PULL =
      List.of(
          "Image: layers 11/54, 2345678901/11400000000 bytes\r",
          "Image: layers 32/54, 7345678901/11400000000 bytes\r",
          "Image: layers 54/54, 11400000000/11400000000 bytes\r");

  public static final Problem ENGINE_MISSING =
      Problem.preflight(
          "engine-absent",
          "target.engine",
          "Docker is not installed on this computer.",
          "There is no program docker on the PATH.",
          "Install it (sudo apt-get install docker.io), choose Podman, or name another machine.");

  public static final Problem NO_PERMISSION =
      Problem.preflight(
          "engine-permission",
          "target.engine",
          "This user may not ask Docker.",
          "permission denied while trying to connect to the Docker daemon socket at"
              + " unix:///var/run/docker.sock",
          "Join its group (sudo usermod -aG docker ada) and sign in again, or use rootless Docker"
              + " or Podman.");

  public static final Problem NAME_TAKEN =
      Problem.preflight(
          "container-name-taken",
          "target.name",
          "There is another container by the name megatron-core.",
          "It was made of postgres:17, not by this program.",
          "Choose another name, or remove that container if nobody needs it.");

  public static final Problem NO_GPU =
      Problem.preflight(
          "container-no-gpu",
          "target.gpus",
          "The container is to have GPUs, and this computer has none.",
          "There is no NVIDIA driver: /proc/driver/nvidia is missing.",
          "Install the driver, or choose no GPU: Megatron Core can be tried on the CPU.");

  public static final Problem PULL_LIMITED =
      new Problem(
          Problem.Kind.CONTACT,
          "registry-limit",
          "The registry lets nobody fetch any more for a while.",
          "toomanyrequests: You have reached your unauthenticated pull rate limit.",
          "Sign in there (docker login), or try again later.",
          "target.image");

  public static final Problem COMMIT_FULL =
      new Problem(
          Problem.Kind.STEP,
          "commit-failed",
          "The container cannot be kept as an image.",
          "no space left on device",
          "Make room under /var/lib/docker, and try again.",
          "target.commitTo");

  private GroundworkSamples() {}

  /** Nothing is there yet; everything may be done. */
  public static Groundwork fresh() {
    return new Groundwork(
        facts(Optional.empty()),
        verdicts(),
        List.of(),
        plan(
            step(
                "image",
                "Fetch the image " + NGC,
                "The image holds the system, CUDA and PyTorch that the container begins with.",
                List.of("docker", "pull", NGC),
                900,
                11_400_000_000L),
            step(
                "container",
                "Start the container megatron-core",
                "Everything else happens inside of it.",
                List.of("docker", "run", "--detach", NGC, "sleep", "infinity"),
                5,
                0)),
        ContainerCommands.preview(TARGET));
  }

  /** A container that runs. */
  public static Groundwork running() {
    return running(NGC);
  }

  /** A container of some image that runs. */
  public static Groundwork running(String image) {
    return new Groundwork(
        facts(
            Optional.of(
                new EngineFacts.Container(
                    "4f2a", image, Optional.of(image), "running", 0, "2026-11-24T10:12:00Z"))),
        verdicts(),
        List.of(),
        plan(),
        ContainerCommands.preview(TARGET));
  }

  /** Something stands in the way. */
  public static Groundwork blocked(Problem problem) {
    List<Verdict> verdicts = new ArrayList<>(verdicts());
    verdicts.set(
        0,
        new Verdict(
            "engine",
            "Container engine",
            problem.sentence(),
            Verdict.Level.BLOCKS,
            problem.nextStep()));
    return new Groundwork(
        facts(stateFor(problem), Optional.empty()),
        verdicts,
        List.of(problem),
        plan(),
        ContainerCommands.preview(TARGET));
  }

  public static List<ImageOffer> offers() {
    return List.of(
        new ImageOffer(
            NGC,
            "The PyTorch that Megatron Core 0.19.1 was tested with, with CUDA and cuDNN.",
            ".gitlab/stages/01.build.yml of core_v0.19.1",
            true),
        new ImageOffer(
            "ubuntu:24.04",
            "A plain system: Python, CUDA and PyTorch are installed step by step.",
            "this program’s table of 2026-11-24",
            false));
  }

  private static List<Verdict> verdicts() {
    return List.of(
        new Verdict("engine", "Container engine", "Docker 28.5.1", Verdict.Level.READY, ""),
        new Verdict("gpus", "GPUs", "8 × NVIDIA, through CDI", Verdict.Level.READY, ""),
        new Verdict(
            "room",
            "Room for images",
            "64 GB free in /var/lib/docker",
            Verdict.Level.ATTENTION,
            "The image and the install need about 50 GB. Unused images can be removed: docker image"
                + " prune"));
  }

  private static Plan plan(Step... steps) {
    return new Plan(List.of(steps), "", "", "", List.of());
  }

  private static Step step(
      String id, String title, String why, List<String> argv, int seconds, long bytes) {
    return new Step(
        id,
        title,
        why,
        List.of(new Command.Exec(argv)),
        false,
        List.of(),
        new Step.Estimate(seconds, bytes, "Read from the image’s manifest."));
  }

  private static EngineFacts.State stateFor(Problem problem) {
    if (problem.equals(ENGINE_MISSING)) {
      return EngineFacts.State.ABSENT;
    }
    return problem.equals(NO_PERMISSION)
        ? EngineFacts.State.NO_PERMISSION
        : EngineFacts.State.READY;
  }

  private static EngineFacts facts(Optional<EngineFacts.Container> container) {
    return facts(EngineFacts.State.READY, container);
  }

  private static EngineFacts facts(
      EngineFacts.State state, Optional<EngineFacts.Container> container) {
    return new EngineFacts(
        List.of("docker"),
        Optional.of("28.5.1"),
        state,
        "",
        false,
        "x86_64",
        true,
        true,
        false,
        List.of("nvidia.com/gpu=all"),
        8,
        Optional.of("/var/lib/docker"),
        Optional.of(64_000_000_000L),
        Optional.empty(),
        container,
        List.of());
  }
}
