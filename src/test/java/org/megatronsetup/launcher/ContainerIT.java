package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.RealPodman;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.shell.ssh.RealSshd;

/**
 * Both chapters of the guide that are about containers, by the packaged launcher: a real engine, on
 * this computer and behind OpenSSH's own server.
 */
final class ContainerIT {
  private static final String NGC = "nvcr.io/nvidia/pytorch:26.06-py3";
  private static final String UBUNTU = "ubuntu:24.04";

  @TempDir Path folder;
  private Launcher launcher;
  private Path home;

  @BeforeEach
  void start() throws Exception {
    home = Files.createDirectory(folder.resolve("h"));
    launcher = new Launcher(home);
  }

  /** Where an engine is, and how a client gets there. */
  private record Place(
      RealEngine engine, List<RealSshd> server, List<String> words, Map<String, String> environment)
      implements AutoCloseable {

    @Override
    public void close() {
      server.forEach(RealSshd::close);
      engine.close();
    }
  }

  private Place place(String engine, boolean behindSsh) throws Exception {
    Path own = Files.createDirectory(folder.resolve("e"));
    RealEngine real = engine.equals("docker") ? RealDocker.start(own) : RealPodman.start(own);
    String path = real.bin() + ":" + System.getenv("PATH");
    List<String> words =
        new ArrayList<>(List.of("--target=container", "--engine=" + engine, "--gpus=none"));
    words.add("--host-network");
    if (!behindSsh) {
      return new Place(real, List.of(), words, Map.of("PATH", path));
    }
    Path there = Files.createDirectory(folder.resolve("there"));
    String set =
        "SetEnv PATH="
            + path
            + " HOME="
            + there
            + " XDG_STATE_HOME="
            + CleanEnvironment.variables(there).getOrDefault("XDG_STATE_HOME", there + "/state");
    RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("s")), set);
    words.add("--on=" + server.address());
    words.add("--identity=" + server.key());
    words.add("--accept-host-key=" + server.fingerprint());
    return new Place(real, List.of(server), words, Map.of());
  }

  private Launcher.Ended run(Place place, String command, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(place.words());
    words.addAll(List.of(more));
    return launcher.start("", place.environment(), words.toArray(String[]::new)).end();
  }

  private static List<String> statuses(Launcher.Ended ended) {
    return ended.events("check").map(event -> event.at("/check/status").asText()).toList();
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({"docker,false", "docker,true", "podman,false", "podman,true"})
  void anImageWithItsOwnPython(String engine, boolean behindSsh) throws Exception {
    try (Place place = place(engine, behindSsh);
        FixtureIndex index = FixtureIndex.start()) {
      TestImages.ngc(place.engine(), NGC);
      String[] install = {
        "--image=" + NGC,
        "--name=ngc",
        "--release=stable:0.15.3",
        "--extras=dev",
        "--index-url=" + index.url(),
        "--json",
        "--yes"
      };
      Launcher.Ended ended = run(place, "install", install);
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(ended.errors()).isEmpty();
      assertThat(statuses(ended)).contains("PASSED").doesNotContain("FAILED");
      assertThat(place.engine().run("exec", "ngc", "pip", "list"))
          .contains("megatron-core", "fixture-kernels");

      Launcher.Ended again = run(place, "install", install);
      assertThat(again.exitStatus()).as(again.toString()).isZero();
      assertThat(InstallIT.stepStates(again)).contains("UNCHANGED").doesNotContain("DONE");

      Launcher.Ended listed = run(place, "runs", "--name=ngc");
      assertThat(listed.exitStatus()).as(listed.toString()).isZero();
      assertThat(listed.text()).contains("succeeded");
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @CsvSource({"docker,false", "docker,true", "podman,false", "podman,true"})
  void aPlainUbuntu(String engine, boolean behindSsh) throws Exception {
    try (Place place = place(engine, behindSsh);
        FixtureIndex index = FixtureIndex.start()) {
      TestImages.ubuntu(place.engine(), UBUNTU);
      Launcher.Ended ended =
          run(
              place,
              "install",
              "--image=" + UBUNTU,
              "--name=plain",
              "--mount=" + TestImages.mirror() + ":/mirror:ro",
              "--system-python",
              "--system-cuda",
              "--ubuntu-mirror=file:///mirror/ubuntu",
              "--cuda-mirror=file:///mirror/cuda",
              "--cuda-keyring-sha256=" + TestImages.keyringSha256(),
              "--release=stable:0.15.3",
              "--extras=dev",
              "--index-url=" + index.url(),
              "--commit=kept:1",
              "--remove",
              "--json",
              "--yes");
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(statuses(ended)).contains("PASSED").doesNotContain("FAILED");
      assertThat(place.engine().run("ps", "--all", "--format", "{{.Names}}"))
          .doesNotContain("plain");
      assertThat(
              place
                  .engine()
                  .run(
                      "run",
                      "--rm",
                      "--network=host",
                      "--entrypoint",
                      "/opt/megatron-core/venv/bin/python",
                      "kept:1",
                      "-c",
                      "import megatron.core; print(megatron.core.__version__)"))
          .contains("0.15.3");
    }
  }

  @AfterEach
  void nothingOfItRuns() {
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString()))
                .map(p -> p.info().commandLine().orElse("")))
        .isEmpty();
  }
}
