package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealRegistry;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;

/** What goes wrong with containers: a sentence with the remedy, and nothing left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadContainerIT {
  private static final String IMAGE = "system:1";

  private Path folder;
  private RealDocker docker;
  private RealRegistry registry;
  @TempDir private Path home;
  private String before;

  @BeforeAll
  void start(@TempDir Path shared) throws Exception {
    folder = shared;
    docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
    registry = RealRegistry.start(Files.createDirectory(folder.resolve("r")));
    TestImages.ngc(docker, IMAGE);
    docker.run("run", "--detach", "--network=host", "--name=theirs", IMAGE, "sleep", "3600");
  }

  @AfterAll
  void stop() {
    registry.close();
    docker.close();
  }

  @BeforeEach
  void look() {
    before = everything();
  }

  /** All images and containers. */
  private String everything() {
    return docker.run("ps", "--all", "--format", "{{.Names}} {{.Image}}")
        + docker.run("image", "ls", "--all", "--format", "{{.Repository}}:{{.Tag}}")
        + docker.run("volume", "ls");
  }

  @AfterEach
  void nothingIsLeftThatWasNotThere() {
    docker.tryTo("rm", "--force", "halted");
    assertThat(everything()).isEqualTo(before);
  }

  private Launcher.Ended install(String... more) {
    return start(Map.of("PATH", docker.bin() + ":" + System.getenv("PATH")), more).end();
  }

  private Launcher.Started start(Map<String, String> environment, String... more) {
    List<String> words =
        new ArrayList<>(List.of("install", "--target=container", "--host-network", "--yes"));
    words.addAll(List.of(more));
    if (words.stream().noneMatch(word -> word.startsWith("--gpus"))) {
      words.add("--gpus=none");
    }
    return new Launcher(home).start("", environment, words.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--image=Ubuntu 24.04 | 2 | image",
        "--image=--privileged | 2 | image",
        "--image=ubuntu | 2 | tag",
        "--image=system:1 --name=theirs | 3 | theirs",
        "--name=nobodys | 3 | nobodys",
        "--image=system:1 --mount=/nowhere/at/all:/data | 3 | /nowhere/at/all",
        "--image=system:1 --mount=data:/data | 2 | absolute",
        "--image=system:1 --gpus=all | 3 | GPU",
        "--image=system:1 --gpus=one | 2 | GPU",
        "--image=system:1 --name=-x | 2 | name",
        "--image=system:1 --engine=lxc | 2 | engine",
        "--image=system:1 --name=a --name=b | 2 | only once",
      })
  void isRefusedBeforeAnythingIsDone(String words, int status, String named) {
    Launcher.Ended ended = install(words.strip().split(" (?=--)"));
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(status);
    assertThat(ended.errors()).containsIgnoringCase(named).contains("Next: ");
  }

  @Test
  void aTagThatIsNotThereIsNamedWithTheRegistry() {
    Launcher.Ended ended = install("--image=" + registry.address() + "/pytorch:99.99-py3");
    assertThat(ended.exitStatus()).as(ended.toString()).isIn(3, 4);
    assertThat(ended.errors())
        .contains("There is no image " + registry.address() + "/pytorch:99.99-py3", "Next: ");
  }

  @Test
  void anEngineThatIsNotThereIsNamed() throws Exception {
    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String tool :
        List.of(
            "sh",
            "env",
            "timeout",
            "true",
            "rm",
            "sed",
            "df",
            "awk",
            "grep",
            "id",
            "dirname",
            "readlink",
            "uname",
            "cat",
            "mktemp",
            "tail",
            "java")) {
      Files.createSymbolicLink(bin.resolve(tool), where(tool));
    }
    Launcher.Ended ended = start(Map.of("PATH", bin.toString()), "--image=" + IMAGE).end();
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.errors()).contains("Docker is not installed there", "Next: ");
  }

  private static Path where(String tool) {
    for (String path : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(path, tool))) {
        return Path.of(path, tool);
      }
    }
    throw new IllegalStateException("no " + tool);
  }

  @Test
  void aContainerThatStopsInTheMiddleIsSaid() throws Exception {
    Path gate = Path.of("/root/gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-patient", gate))) {
      Launcher.Started started =
          start(
              Map.of("PATH", docker.bin() + ":" + System.getenv("PATH")),
              "--image=" + IMAGE,
              "--name=halted",
              "--release=stable:0.15.3",
              "--venv=/opt/env",
              "--require=fixture-patient",
              "--index-url=" + index.url());
      Waiting.until(
          "the build waits",
          () -> {
            Child.Ended there = docker.tryTo("exec", "halted", "test", "-e", gate + ".reached");
            return there.exitStatus() == 0;
          });
      docker.run("kill", "halted");
      Launcher.Ended ended = started.end();
      assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(4);
      assertThat(ended.errors())
          .contains("The container halted is not running", "docker start halted");
    }
  }
}
