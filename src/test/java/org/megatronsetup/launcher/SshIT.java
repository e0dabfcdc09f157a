package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.shell.ssh.RealSshd;

/** The packaged launcher, and a machine behind OpenSSH's own server. */
final class SshIT {
  @TempDir Path folder;
  private Path there;
  private Launcher launcher;
  private RealSshd server;

  @BeforeEach
  void start() throws Exception {
    there = Files.createDirectory(folder.resolve("there"));
    launcher = new Launcher(Files.createDirectory(folder.resolve("here")));
    String environment =
        CleanEnvironment.variables(there).entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    server =
        RealSshd.start(
            Files.createDirectory(folder.resolve("sshd")),
            "SetEnv " + environment,
            "Subsystem sftp internal-sftp");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private Launcher.Ended run(String command, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(command, "--target=" + server.address(), "--identity=" + server.key()));
    words.addAll(List.of(more));
    return launcher.run(words.toArray(String[]::new));
  }

  @Test
  void installsThereEndsGreenAndIsListedThere() throws Exception {
    Path venv = there.resolve("env");
    try (FixtureIndex index = FixtureIndex.start()) {
      Launcher.Ended ended =
          run(
              "install",
              "--accept-host-key=" + server.fingerprint(),
              "--release=stable:0.15.3",
              "--extras=dev",
              "--venv=" + venv,
              "--index-url=" + index.url(),
              "--json",
              "--yes");
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(ended.errors()).isEmpty();
      assertThat(ended.events("check").map(c -> c.at("/check/status").asText()).toList())
          .contains("PASSED")
          .doesNotContain("FAILED");
    }
    assertThat(venv.resolve("bin/python")).exists();
    assertThat(there.resolve(".local/state/megatron-setup/runs")).isNotEmptyDirectory();
    assertThat(folder.resolve("here/.local/state/megatron-setup")).doesNotExist();

    // the key was kept when it was accepted
    Launcher.Ended listed = run("runs");
    assertThat(listed.exitStatus()).as(listed.toString()).isZero();
    assertThat(listed.text()).contains("succeeded");
  }

  private String[] offline(String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--accept-host-key=" + server.fingerprint(),
                "--release=stable:0.15.3",
                "--extras=dev",
                "--venv=" + there.resolve("env"),
                "--no-index"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void aMachineWithoutAnIndexIsInstalledFromAFolderOfThisComputer() throws Exception {
    Path state = there.resolve(".local/state/megatron-setup");
    Path wheels =
        FixtureWheels.write(
            FixtureWheels.all(), Files.createDirectory(folder.resolve("my wheels")));
    String bring = "--bring-wheels=" + wheels;

    Launcher.Ended planned = run("plan", offline(bring));
    assertThat(planned.exitStatus()).as(planned.toString()).isZero();
    String place =
        planned
            .text()
            .lines()
            .filter(line -> line.contains("--find-links"))
            .map(line -> line.replaceFirst(".*--find-links (\\S+).*", "$1"))
            .findFirst()
            .orElseThrow();
    assertThat(place).startsWith(state + "/wheels/");
    assertThat(planned.text()).contains(wheels + " on your computer go to " + place);
    assertThat(state).doesNotExist();

    Launcher.Ended ended = run("install", offline(bring, "--json", "--yes"));
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(ended.events("check").map(c -> c.at("/check/status").asText()).toList())
        .contains("PASSED")
        .doesNotContain("FAILED");
    assertThat(ended.events("bring")).isNotEmpty();
    long size = ended.events("brought").findFirst().orElseThrow().get("total").asLong();
    assertThat(sent(ended)).isEqualTo(size).isPositive();
    // the folder of this computer is nothing that the other one could read
    Files.move(wheels, folder.resolve("moved"));
    Launcher.Ended again =
        run("install", offline("--bring-wheels=" + folder.resolve("moved"), "--json", "--yes"));
    assertThat(again.exitStatus()).as(again.toString()).isZero();
    assertThat(sent(again)).isZero();
    assertThat(state.resolve("wheels")).isDirectoryContaining(f -> f.equals(Path.of(place)));
    try (var all = Files.list(state.resolve("wheels"))) {
      assertThat(all).hasSize(1);
    }
  }

  private static long sent(Launcher.Ended ended) {
    return ended.events("brought").findFirst().orElseThrow().get("sent").asLong();
  }

  @Test
  void ctrlCWhileWheelsAreBroughtStartsNothingAndKeepsWhatCameOver() throws Exception {
    Path wheels =
        FixtureWheels.write(FixtureWheels.all(), Files.createDirectory(folder.resolve("wheels")));
    try (var large =
        new RandomAccessFile(wheels.resolve("aaa-1-py3-none-any.whl").toFile(), "rw")) {
      large.setLength(600_000_000L);
    }
    List<String> words =
        new ArrayList<>(
            List.of("install", "--target=" + server.address(), "--identity=" + server.key()));
    words.addAll(List.of(offline("--bring-wheels=" + wheels, "--json", "--yes")));
    Launcher.Started started = launcher.start("", Map.of(), words.toArray(String[]::new));
    Waiting.until("bytes came over", () -> bytes() > 0);
    Child.succeed(folder, folder, "kill", "-INT", Long.toString(started.process().pid()));
    Launcher.Ended ended = started.end();
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(130);
    assertThat(ended.events("finished").findFirst().orElseThrow().get("exit").asInt())
        .isEqualTo(130);
    assertThat(bytes()).isBetween(1L, 599_999_999L);
    assertThat(there.resolve(".local/state/megatron-setup/runs")).doesNotExist();
  }

  /** How much of the large file is there. */
  private long bytes() {
    Path state = there.resolve(".local/state/megatron-setup/wheels");
    try (var folders = Files.list(state)) {
      return Files.size(folders.findFirst().orElseThrow().resolve("aaa-1-py3-none-any.whl.part"));
    } catch (IOException | NoSuchElementException e) {
      return 0;
    }
  }

  @Test
  void aKeyThatNobodyKnowsIsNoDoorAndNamesItself() throws Exception {
    Launcher.Ended ended = run("probe");

    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.errors()).contains(server.fingerprint(), "--accept-host-key");
  }

  @Test
  void aRelativePlaceIsNoPlaceThere() throws Exception {
    Launcher.Ended ended = run("plan", "--accept-host-key=" + server.fingerprint(), "--venv=env");

    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(2);
    assertThat(ended.errors()).contains("absolute");
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    server.close();

    Launcher.Ended ended = run("runs");
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(3);
    assertThat(ended.errors()).contains("There is no answer from", "127.0.0.1:" + server.port());
  }
}
