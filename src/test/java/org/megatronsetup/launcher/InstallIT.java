package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.model.Json;

/** Whole installs by the packaged launcher: real Python, real pip, real git. */
@Execution(ExecutionMode.CONCURRENT)
final class InstallIT {
  @TempDir Path home;

  @Test
  void installsIntoAFreshEnvironmentAndEndsGreen() throws IOException {
    Launcher launcher = new Launcher(home);
    Path venv = home.resolve("an env");
    try (FixtureIndex index = FixtureIndex.start()) {
      String[] install = {
        "install",
        "--release=stable:0.15.3",
        "--extras=dev",
        "--require=fixture-scan~=2.2",
        "--venv=" + venv,
        "--index-url=" + index.url(),
        "--json",
        "--yes"
      };
      Launcher.Ended first = launcher.run(install);
      assertThat(first.exitStatus()).as(first.toString()).isZero();
      assertThat(first.errors()).isEmpty();
      assertThat(statuses(first)).contains("PASSED").doesNotContain("FAILED");
      assertThat(stepStates(first)).contains("DONE").doesNotContain("UNCHANGED", "FAILED");
      assertThat(version(venv)).isEqualTo("0.15.3");

      JsonNode receipt =
          Json.mapper().readTree(launcher.onlyRun().resolve("receipt.json").toFile());
      assertThat(receipt.at("/packages/megatron-core").asText()).isEqualTo("0.15.3");
      assertThat(receipt.at("/packages/fixture-kernels").asText()).isEqualTo("2.2.1");

      Launcher.Ended second = launcher.run(install);
      assertThat(second.exitStatus()).as(second.toString()).isZero();
      assertThat(stepStates(second)).contains("UNCHANGED").doesNotContain("DONE", "FAILED");
      assertThat(second.events("finished").toList())
          .singleElement()
          .satisfies(
              end -> assertThat(end.path("summary").asText()).contains("nothing was changed"));
    }
  }

  @Test
  void aReleaseThatCannotBeImportedEndsRed() {
    try (FixtureIndex index = FixtureIndex.start()) {
      Launcher.Ended ended =
          new Launcher(home)
              .run(
                  "install",
                  "--release=stable:0.18.0",
                  "--venv=" + home.resolve("env"),
                  "--index-url=" + index.url(),
                  "--yes");
      assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(1);
      assertThat(ended.errors()).contains("failed", "Remedy: ", "triton");
    }
  }

  @Test
  void aBuildThatFailsSaysTheCauseAndResumesAtThatStep() throws IOException {
    Path mended = home.resolve("mended");
    Launcher launcher = new Launcher(home);
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.brokenUntil("fixture-fragile", mended))) {
      Launcher.Ended failed =
          launcher.run(
              "install",
              "--release=stable:0.15.3",
              "--require=fixture-fragile",
              "--venv=" + home.resolve("env"),
              "--index-url=" + index.url(),
              "--yes");
      assertThat(failed.exitStatus()).as(failed.toString()).isEqualTo(4);
      assertThat(failed.errors()).contains("Cause: ", "Try: ", "attach --resume");
      assertThat(failed.output()).isEqualTo(Files.readAllBytes(launcher.onlyRun().resolve("log")));

      Files.createFile(mended);
      Launcher.Ended resumed = launcher.run("attach", "--resume", "--json");
      assertThat(resumed.exitStatus()).as(resumed.toString()).isZero();
      String log = Files.readString(launcher.onlyRun().resolve("log"));
      assertThat(output(resumed)).isEqualTo(log);
      assertThat(log).containsOnlyOnce("-m venv");
    }
  }

  @Test
  void aCommitOfAMirrorIsInstalledByItsFullHash() {
    Path venv = home.resolve("env");
    Launcher launcher = new Launcher(home);
    String[] install = {
      "install",
      "--release=commit:core_v0.15.3",
      "--repository=" + FixtureRepository.url(),
      "--venv=" + venv,
      "--find-links=" + FixtureWheels.folder(),
      "--no-index",
      "--json",
      "--yes"
    };
    Launcher.Ended ended = launcher.run(install);
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(output(ended)).contains("@" + FixtureRepository.hash("core_v0.15.3"));
    Launcher.Ended again = launcher.run(install);
    assertThat(stepStates(again)).contains("UNCHANGED").doesNotContain("DONE");
  }

  @Test
  void aPreReleaseComesWithTheGuidesOwnFlag() {
    Path venv = home.resolve("env");
    try (FixtureIndex index = FixtureIndex.start()) {
      Launcher.Ended ended =
          new Launcher(home)
              .run(
                  "install",
                  "--release=pre",
                  "--venv=" + venv,
                  "--index-url=" + index.url(),
                  "--json",
                  "--yes");
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(output(ended)).contains("--pre");
      assertThat(version(venv)).isEqualTo("0.20.0rc1");
    }
  }

  @Test
  void anExistingEnvironmentAndAFolderOfWheelsAreEnough() {
    Path venv = home.resolve("env");
    Child.succeed(home, home, "python3", "-m", "venv", venv.toString());
    Launcher.Ended ended =
        new Launcher(home)
            .run(
                "install",
                "--release=stable",
                "--python=" + venv.resolve("bin/python"),
                "--find-links=" + FixtureWheels.folder(),
                "--no-index",
                "--yes");
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(version(venv)).isEqualTo("0.19.0");
  }

  @Test
  void aFolderToBringIsUsedWhereItLiesIfTheTargetIsThisComputer() {
    Path venv = home.resolve("env");
    Launcher.Ended ended =
        new Launcher(home)
            .run(
                "install",
                "--release=stable",
                "--venv=" + venv,
                "--bring-wheels=" + FixtureWheels.folder(),
                "--no-index",
                "--yes");
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(ended.text()).contains("--find-links " + FixtureWheels.folder());
    assertThat(version(venv)).isEqualTo("0.19.0");
    assertThat(home.resolve(".local/state/megatron-setup/wheels")).doesNotExist();
  }

  @Test
  void theSameAnswersComeFromAFile() throws IOException {
    try (FixtureIndex index = FixtureIndex.start()) {
      Launcher launcher = new Launcher(home);
      Launcher.Ended planned =
          launcher.run(
              "plan",
              "--release=stable:0.14.0",
              "--venv=" + home.resolve("env"),
              "--index-url=" + index.url(),
              "--format=answers");
      assertThat(planned.exitStatus()).as(planned.toString()).isZero();
      Path file = Files.write(home.resolve("answers.json"), planned.output());
      Launcher.Ended ended = launcher.run("install", "--answers=" + file, "--json", "--yes");
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(version(home.resolve("env"))).isEqualTo("0.14.0");
    }
  }

  static String output(Launcher.Ended ended) {
    StringBuilder text = new StringBuilder();
    ended.events("output").forEach(event -> text.append(event.path("text").asText()));
    return text.toString();
  }

  static List<String> stepStates(Launcher.Ended ended) {
    return ended.events("step").map(event -> event.path("state").asText()).toList();
  }

  private static List<String> statuses(Launcher.Ended ended) {
    return ended.events("check").map(event -> event.at("/check/status").asText()).toList();
  }

  private String version(Path venv) {
    return Child.succeed(
            home,
            home,
            venv.resolve("bin/python").toString(),
            "-c",
            "import megatron.core; print(megatron.core.__version__)")
        .strip();
  }
}
