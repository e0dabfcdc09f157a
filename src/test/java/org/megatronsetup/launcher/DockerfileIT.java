package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.RealPodman;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureIndex;

/**
 * A plan as a Dockerfile is built by real engines, and what comes of it is what an install makes of
 * a container: by Docker's old builder, by BuildKit, and by Podman.
 */
final class DockerfileIT {
  private static final String NGC = "nvcr.io/nvidia/pytorch:26.06-py3";
  private static final String UBUNTU = "ubuntu:24.04";
  private static final String BOX = "box";
  private static final String VENV = "/opt/megatron-core/venv/bin/python";

  private static final String USER = "ada";
  private static final String PASSWORD = "s3cr-t-of-ada";
  private static final String SECRET = "--secret=id=megatron_setup_netrc,src=";

  /** Without a file of logins, and with a package that can be imported: what is installed. */
  private static final String LOOK =
      "test ! -e /root/.netrc && \"$0\" -c 'import megatron.core' &&"
          + " \"$0\" -m pip list --format=freeze";

  @TempDir Path folder;
  private Launcher launcher;

  @BeforeEach
  void start() throws Exception {
    launcher = new Launcher(Files.createDirectory(folder.resolve("h")));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void dockerBuildsOnAnImageWithItsOwnPython() throws Exception {
    try (RealDocker docker = RealDocker.start(Files.createDirectory(folder.resolve("e")));
        FixtureIndex index = FixtureIndex.start()) {
      TestImages.ngc(docker, NGC);
      docker.run("run", "--detach", "--network=host", "--name=" + BOX, NGC, "sleep", "infinity");
      List<String> words = words("docker", index);

      Path open = plan(docker, "open", words);
      build(docker, "0", open, "built:old");
      index.login(USER, PASSWORD);
      Path closed = plan(docker, "closed", with(words, "--index-login"));
      build(docker, "1", closed, "built:kit", SECRET + netrc());
      assertNoTrace(docker, "built:kit");

      install(docker, with(words, "--index-login"));
      String python = "/usr/bin/python3";
      assertThat(built(docker, "built:old", python))
          .contains("megatron-core==0.15.3", "fixture-kernels==")
          .isEqualTo(installed(docker, python))
          .isEqualTo(built(docker, "built:kit", python));
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void podmanBuildsOnAPlainUbuntu() throws Exception {
    try (RealPodman podman = RealPodman.start(Files.createDirectory(folder.resolve("e")));
        FixtureIndex index = FixtureIndex.start().login(USER, PASSWORD)) {
      String mirror = "--volume=" + TestImages.mirror() + ":/mirror:ro";
      TestImages.ubuntu(podman, UBUNTU);
      podman.run(
          "run",
          "--detach",
          "--network=host",
          "--name=" + BOX,
          mirror,
          UBUNTU,
          "sleep",
          "infinity");
      List<String> words =
          with(
              words("podman", index),
              "--system-python",
              "--system-cuda",
              "--ubuntu-mirror=file:///mirror/ubuntu",
              "--cuda-mirror=file:///mirror/cuda",
              "--cuda-keyring-sha256=" + TestImages.keyringSha256(),
              "--index-login");

      Path file = plan(podman, "file", words);
      // a layer for each step would only be copied to the next
      build(podman, "0", file, "built:1", SECRET + netrc(), mirror, "--layers=false");
      assertNoTrace(podman, "built:1");

      install(podman, words);
      assertThat(built(podman, "built:1", VENV))
          .contains("megatron-core==0.15.3", "fixture-kernels==")
          .isEqualTo(installed(podman, VENV));
    }
  }

  private static List<String> words(String engine, FixtureIndex index) {
    return List.of(
        "--target=container",
        "--engine=" + engine,
        "--name=" + BOX,
        "--release=stable:0.15.3",
        "--extras=dev",
        "--index-url=" + index.url());
  }

  private static List<String> with(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all;
  }

  private Launcher.Ended launch(RealEngine engine, String command, List<String> words) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(words);
    String path = engine.bin() + ":" + System.getenv("PATH");
    Launcher.Ended ended =
        launcher
            .start(USER + ":" + PASSWORD + "\n", Map.of("PATH", path), all.toArray(String[]::new))
            .end();
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    return ended;
  }

  /** The Dockerfile, in a folder where there is nothing else. */
  private Path plan(RealEngine engine, String name, List<String> words) throws Exception {
    Launcher.Ended ended = launch(engine, "plan", with(words, "--format=dockerfile"));
    assertThat(ended.text()).doesNotContain(PASSWORD);
    return Files.write(
        Files.createDirectory(folder.resolve(name)).resolve("Dockerfile"), ended.output());
  }

  private void install(RealEngine engine, List<String> words) {
    launch(engine, "install", with(words, "--json", "--yes"));
  }

  /** What the secret is made of, as the Dockerfile says. */
  private Path netrc() throws Exception {
    return Files.writeString(
        folder.resolve("netrc"),
        "machine 127.0.0.1 login " + USER + " password " + PASSWORD + "\n");
  }

  private void build(RealEngine engine, String kit, Path file, String image, String... more) {
    List<String> command = new ArrayList<>(List.of("env", "DOCKER_BUILDKIT=" + kit));
    command.addAll(engine.words());
    command.addAll(List.of("build", "--network=host", "-f", file.toString(), "-t", image));
    command.addAll(List.of(more));
    command.add(file.getParent().toString());
    Child.Ended ended = Child.run(folder, folder, Map.of(), command);
    assertThat(ended.exitStatus()).as(ended.output()).isZero();
    assertThat(ended.output()).doesNotContain(PASSWORD);
  }

  /** The login is in no layer and nothing else that the engine keeps of the image. */
  private void assertNoTrace(RealEngine engine, String image) {
    assertThat(engine.run("history", "--no-trunc", image)).isNotBlank().doesNotContain(PASSWORD);
    assertThat(engine.run("inspect", image)).doesNotContain(PASSWORD);
    String data = folder.resolve("e/data").toString();
    assertThat(files(data, "VERSION_CODENAME=noble")).contains("os-release");
    assertThat(files(data, PASSWORD)).isEmpty();
  }

  private String files(String where, String holding) {
    List<String> grep = List.of("grep", "-rlF", "-D", "skip", "-e", holding, where);
    return Child.run(folder, folder, Map.of(), grep).output();
  }

  /** What is installed in an image that was built. */
  private static String built(RealEngine engine, String image, String python) {
    return engine.run("run", "--rm", "--network=host", image, "sh", "-c", LOOK, python);
  }

  /** What is installed in the container. */
  private static String installed(RealEngine engine, String python) {
    return engine.run("exec", BOX, "sh", "-c", LOOK, python);
  }
}
