package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.shell.ssh.CutProxy;
import org.megatronsetup.shell.ssh.RealSshd;

/** A run on a machine behind OpenSSH's server, when the program that started it is killed. */
final class SshSurvivalIT {
  @TempDir Path folder;
  private Path there;
  private RealSshd server;

  @BeforeEach
  void start() throws Exception {
    there = Files.createDirectory(folder.resolve("there"));
    String environment =
        CleanEnvironment.variables(there).entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")), "SetEnv " + environment);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private String[] words(String command, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(
            List.of(
                command,
                "--target=" + server.address(),
                "--identity=" + server.key(),
                "--accept-host-key=" + server.fingerprint()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private Path log() throws Exception {
    try (Stream<Path> runs = Files.list(there.resolve(".local/state/megatron-setup/runs"))) {
      List<Path> all = runs.toList();
      assertThat(all).hasSize(1);
      return all.getFirst().resolve("log");
    }
  }

  @Test
  void killedInTheMiddleItIsFollowedFromAnotherComputerByteForByte() throws Exception {
    Launcher laptop = new Launcher(Files.createDirectory(folder.resolve("laptop")));
    Launcher other = new Launcher(Files.createDirectory(folder.resolve("other")));
    Path gate = there.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started killed =
          laptop.start(
              "",
              Map.of(),
              words(
                  "install",
                  "--release=stable:0.15.3",
                  "--require=fixture-gated",
                  "--venv=" + there.resolve("env"),
                  "--index-url=" + index.url(),
                  "--yes"));
      Waiting.until("the build waits", () -> Files.exists(there.resolve("gate.reached")));
      killed.process().destroyForcibly().waitFor();

      Launcher.Started attached = other.start("", Map.of(), words("attach"));
      Waiting.until("it follows", () -> attached.output().toFile().length() > 0);
      Files.createFile(gate);
      Launcher.Ended ended = attached.end();

      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      byte[] log = Files.readAllBytes(log());
      assertThat(ended.output()).isEqualTo(log);
      // what the first one had heard was the beginning of it
      assertThat(log).startsWith(Files.readAllBytes(killed.output()));
      assertThat(other.run(words("attach", "--no-validate")).output()).isEqualTo(log);
    }
  }

  @Test
  void aRealInstallComesThroughManyCuts() throws Exception {
    Launcher laptop = new Launcher(Files.createDirectory(folder.resolve("laptop")));
    Path gate = there.resolve("gate");
    try (CutProxy proxy = new CutProxy(server.port());
        FixtureIndex index = FixtureIndex.start().add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started install =
          laptop.start(
              "",
              Map.of(),
              "install",
              "--target=ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + proxy.port(),
              "--identity=" + server.key(),
              "--accept-host-key=" + server.fingerprint(),
              "--release=stable:0.15.3",
              "--require=fixture-gated",
              "--venv=" + there.resolve("env"),
              "--index-url=" + index.url(),
              "--yes");
      // it is followed as soon as there is something to follow
      Waiting.until("it follows", () -> install.output().toFile().length() > 0);
      Random random = new Random(11);
      CutProxy.Cut[] kinds = {CutProxy.Cut.RESET, CutProxy.Cut.HALF_CLOSE};
      for (int cut = 0; cut < 20; cut++) {
        int before = proxy.connections();
        proxy.cut(kinds[cut % kinds.length]);
        Waiting.until("it calls again", () -> proxy.connections() > before);
        Thread.sleep(random.nextInt(400));
      }
      Waiting.until("the build waits", () -> Files.exists(there.resolve("gate.reached")));
      Files.createFile(gate);
      Launcher.Ended ended = install.end();

      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(ended.output()).isEqualTo(Files.readAllBytes(log()));
      assertThat(ended.errors()).contains("Contact lost").contains("In contact again");
      // each step began once
      List<String> began =
          Files.readAllLines(log().resolveSibling("events")).stream()
              .filter(line -> line.matches("\\d+ step \\S+ running .*"))
              .map(line -> line.split(" ")[2])
              .toList();
      assertThat(began).isNotEmpty().doesNotHaveDuplicates();
    }
  }
}
