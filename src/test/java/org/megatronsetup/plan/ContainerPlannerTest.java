package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Facts.PathFact;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Target;

/** What is done on the host of a container, and what stands in the way. */
final class ContainerPlannerTest {
  private static final String NGC = "nvcr.io/nvidia/pytorch:26.06-py3";
  private static final String UBUNTU = "ubuntu:24.04";

  private static Target.Container target(ContainerEngine engine, String image, String gpus) {
    return new Target.Container(
        new Target.Local(),
        engine,
        "mcore",
        Optional.of(image),
        gpus,
        List.of(new Mount("/data/", "/data", true)),
        false,
        Optional.empty(),
        false);
  }

  /** A host as one would like it, and what differs from that. */
  private static final class Host {
    private boolean nvidiaRuntime = true;
    private List<String> cdi = List.of("nvidia.com/gpu=0", "nvidia.com/gpu=all");
    private int gpus = 8;
    private boolean limits = true;
    private boolean init = true;
    private long free = 200_000_000_000L;
    private Optional<EngineFacts.Image> image = Optional.empty();
    private Optional<EngineFacts.Container> container = Optional.empty();
    private PathFact.Kind source = PathFact.Kind.FOLDER;
    private List<String> command = List.of("docker");

    EngineFacts facts() {
      return new EngineFacts(
          command,
          Optional.of("28.5.1"),
          EngineFacts.State.READY,
          "",
          false,
          "x86_64",
          init,
          limits,
          nvidiaRuntime,
          cdi,
          gpus,
          Optional.of("/var/lib/docker"),
          Optional.of(free),
          image,
          container,
          List.of(source));
    }
  }

  private static List<String> ids(Plan plan) {
    return plan.steps().stream().map(Step::id).toList();
  }

  private static List<String> codes(Target.Container target, Host host) {
    return ContainerChecks.of(
            target,
            host.facts(),
            Optional.of(new ImageCost(10_000_000_000L, 25_000_000_000L, "The registry says so.")))
        .stream()
        .map(Problem::code)
        .toList();
  }

  @Test
  void dockerGivesGpusAndLeavesTheLimitsThatTheImageAsksFor() {
    assertThat(
            ContainerCommands.of(target(ContainerEngine.DOCKER, NGC, "all"), new Host().facts())
                .text())
        .isEqualTo(
            "docker run --detach --init --name mcore --label"
                + " 'org.megatronsetup.made-for=nvcr.io/nvidia/pytorch:26.06-py3 gpus=all"
                + " /data:/data:ro' --gpus all --ipc=host --ulimit memlock=-1 --ulimit"
                + " stack=67108864 --volume /data:/data:ro nvcr.io/nvidia/pytorch:26.06-py3 sleep"
                + " infinity");
  }

  @Test
  void someGpusAreOneWordOfCsvForDockerAndADeviceEachForPodman() {
    assertThat(
            ContainerCommands.of(target(ContainerEngine.DOCKER, UBUNTU, "0,2"), new Host().facts())
                .text())
        .contains("--gpus '\"device=0,2\"'");
    assertThat(ContainerCommands.preview(target(ContainerEngine.PODMAN, UBUNTU, "0,2")))
        .contains("--device nvidia.com/gpu=0 --device nvidia.com/gpu=2")
        .doesNotContain("--gpus", "--ipc");
    assertThat(ContainerCommands.preview(target(ContainerEngine.PODMAN, UBUNTU, "all")))
        .contains("--device nvidia.com/gpu=all")
        .contains("--entrypoint sleep ubuntu:24.04 infinity");
    assertThat(ContainerCommands.preview(target(ContainerEngine.DOCKER, UBUNTU, "none")))
        .doesNotContain("--gpus", "--device");
  }

  @Test
  void aDockerWithCdiAloneGetsADevice() {
    Host host = new Host();
    host.nvidiaRuntime = false;
    host.limits = false;
    host.init = false;
    host.command = List.of("sudo", "-n", "docker");
    assertThat(
            ContainerCommands.of(target(ContainerEngine.DOCKER, NGC, "all"), host.facts()).text())
        .startsWith("sudo -n docker run --detach --name mcore")
        .contains("--device nvidia.com/gpu=all", "--ipc=host")
        .doesNotContain("--gpus all", "--ulimit", "--init");
  }

  @Test
  void whatIsThereIsNotDoneAgain() {
    Target.Container target = target(ContainerEngine.DOCKER, UBUNTU, "all");
    Host host = new Host();
    assertThat(ids(ContainerPlanner.plan(target, host.facts(), Optional.empty())))
        .containsExactly("image", "container");
    host.image = Optional.of(new EngineFacts.Image("sha256:1", "x86_64", 78_000_000L));
    assertThat(ids(ContainerPlanner.plan(target, host.facts(), Optional.empty())))
        .containsExactly("container");
    host.container = there("exited", ContainerCommands.madeFor(target));
    assertThat(ids(ContainerPlanner.plan(target, host.facts(), Optional.empty())))
        .containsExactly("container");
    host.container = there("running", ContainerCommands.madeFor(target));
    assertThat(ContainerPlanner.plan(target, host.facts(), Optional.empty()).steps()).isEmpty();
    assertThat(codes(target, host)).isEmpty();
  }

  private static Optional<EngineFacts.Container> there(String status, String madeFor) {
    return Optional.of(
        new EngineFacts.Container(
            "1f", "ubuntu:24.04", Optional.of(madeFor), status, 0, "2026-11-24T10:00:00Z"));
  }

  @Test
  void whatStandsInTheWayIsNamed() {
    Target.Container docker = target(ContainerEngine.DOCKER, UBUNTU, "all");
    Target.Container podman = target(ContainerEngine.PODMAN, UBUNTU, "all");
    assertThat(codes(docker, new Host())).isEmpty();

    Host none = new Host();
    none.gpus = 0;
    assertThat(codes(docker, none)).containsExactly("container-no-gpu");
    assertThat(codes(target(ContainerEngine.DOCKER, UBUNTU, "none"), none)).isEmpty();

    Host noRuntime = new Host();
    noRuntime.nvidiaRuntime = false;
    assertThat(codes(docker, noRuntime)).isEmpty();
    noRuntime.cdi = List.of();
    assertThat(codes(docker, noRuntime)).containsExactly("container-no-nvidia-runtime");

    Host noCdi = new Host();
    noCdi.cdi = List.of();
    assertThat(codes(docker, noCdi)).isEmpty();
    assertThat(codes(podman, noCdi)).containsExactly("container-no-nvidia-runtime");

    Host full = new Host();
    full.free = 20_000_000_000L;
    assertThat(codes(docker, full)).containsExactly("image-no-space");

    Host other = new Host();
    other.image = Optional.of(new EngineFacts.Image("sha256:1", "aarch64", 1));
    assertThat(codes(docker, other)).containsExactly("image-architecture");

    Host absent = new Host();
    absent.source = PathFact.Kind.ABSENT;
    assertThat(codes(docker, absent)).containsExactly("mount-absent");

    Host taken = new Host();
    taken.container = there("running", "another image gpus=all");
    assertThat(codes(docker, taken)).containsExactly("container-name-taken");
  }
}
