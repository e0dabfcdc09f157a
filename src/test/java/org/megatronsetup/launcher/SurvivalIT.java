package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;

/** What happens to a run when the program that started it goes away, or wants it to end. */
final class SurvivalIT {
  @TempDir Path home;

  @Test
  void killingTheProgramLosesNothing() throws Exception {
    Launcher launcher = new Launcher(home);
    Path gate = home.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started killed = launcher.start("", Map.of(), install(index));
      Waiting.until("the build waits", () -> Files.exists(home.resolve("gate.reached")));
      killed.process().destroyForcibly().waitFor();

      Launcher.Ended runs = launcher.run("runs");
      assertThat(runs.text()).contains("running", launcher.onlyRun().getFileName().toString());

      Launcher.Started attached = launcher.start("", Map.of(), "attach");
      Files.createFile(gate);
      Launcher.Ended ended = attached.end();
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      byte[] log = Files.readAllBytes(launcher.onlyRun().resolve("log"));
      assertThat(ended.output()).isEqualTo(log);
      assertThat(launcher.run("attach", "--no-validate").output()).isEqualTo(log);
    }
  }

  @Test
  void controlCEndsTheInstallAndLeavesNothingRunning() throws Exception {
    Launcher launcher = new Launcher(home);
    Path gate = home.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started started = launcher.start("", Map.of(), install(index));
      Waiting.until("the build waits", () -> Files.exists(home.resolve("gate.reached")));
      Child.succeed(home, home, "kill", "-INT", Long.toString(started.process().pid()));
      Launcher.Ended ended = started.end();
      assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(130);
      // whoever followed it may need a moment more
      String run = launcher.onlyRun().getFileName().toString();
      Waiting.until("nothing is left of it", () -> processesOf(run).isEmpty());
      assertThat(launcher.run("runs").text()).contains("cancelled");
    }
  }

  @Test
  void cancelFromElsewhereEndsItToo() throws Exception {
    Launcher launcher = new Launcher(home);
    Path gate = home.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started started = launcher.start("", Map.of(), install(index));
      Waiting.until("the build waits", () -> Files.exists(home.resolve("gate.reached")));
      assertThat(launcher.run("cancel").exitStatus()).isZero();
      assertThat(started.end().exitStatus()).isEqualTo(130);
      // whoever followed it may need a moment more
      String run = launcher.onlyRun().getFileName().toString();
      Waiting.until("nothing is left of it", () -> processesOf(run).isEmpty());

      Files.createFile(gate);
      Launcher.Ended resumed = launcher.run("attach", "--resume");
      assertThat(resumed.exitStatus()).as(resumed.toString()).isZero();
    }
  }

  @Test
  void aSecondRunOnTheSameEnvironmentIsRefusedWithTheFirstOnesId() throws Exception {
    Launcher launcher = new Launcher(home);
    Path gate = home.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started started = launcher.start("", Map.of(), install(index));
      Waiting.until("the build waits", () -> Files.exists(home.resolve("gate.reached")));
      String first = launcher.onlyRun().getFileName().toString();
      Launcher.Ended second = launcher.run(install(index));
      assertThat(second.exitStatus()).as(second.toString()).isEqualTo(3);
      assertThat(second.errors()).contains(first);
      Files.createFile(gate);
      assertThat(started.end().exitStatus()).isZero();
    }
  }

  private String[] install(FixtureIndex index) {
    return new String[] {
      "install",
      "--release=stable:0.15.3",
      "--require=fixture-gated",
      "--venv=" + home.resolve("env"),
      "--index-url=" + index.url(),
      "--yes"
    };
  }

  /** Processes whose environment or command line names the run. */
  private static List<String> processesOf(String run) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .filter(
              path ->
                  read(path.resolve("environ")).contains(run)
                      || read(path.resolve("cmdline")).contains(run))
          .map(path -> path + " " + read(path.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException | UncheckedIOException e) {
      // it ended while we looked
      return "";
    }
  }
}
