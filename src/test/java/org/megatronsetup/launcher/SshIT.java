package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
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
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")), "SetEnv " + environment);
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
