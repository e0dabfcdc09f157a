package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;
import org.megatronsetup.shell.LocalShell;

/** What of a connection a run needs, and what of it stays on the machine: nothing. */
@Timeout(180)
final class DetachedRunsTest {
  @TempDir Path folder;
  private RealSshd server;
  private Path go;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    go = folder.resolve("go");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Runs runs(SshShell shell) {
    return new Runs(shell, state());
  }

  /** The same runs, seen without a server. */
  private Runs here() {
    return new Runs(new LocalShell(), state());
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private RunRequest waiting() {
    return FixtureRequest.of(
        folder.resolve("environment").toString(),
        Credentials.NONE,
        Map.of(),
        FixtureRequest.step(
            "waits", "echo on\nuntil test -e " + go + "; do sleep 0.05; done\necho late", ""));
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(20);
    }
  }

  private List<String> programsOfTheServer() {
    return server.sessions().stream()
        .map(p -> p.info().command().orElse("sshd"))
        .map(command -> command.substring(command.lastIndexOf('/') + 1))
        .filter(name -> !name.startsWith("sshd"))
        .toList();
  }

  private static boolean followed(String id) {
    return ProcessHandle.allProcesses()
        .map(p -> p.info().commandLine().orElse(""))
        .anyMatch(line -> line.contains("follow.sh") && line.contains(id));
  }

  @Test
  void aStartedRunHoldsNoChannelAndOutlivesTheKilledServerOfItsConnection() throws Exception {
    try (SshShell shell = server.shell()) {
      String id = runs(shell).start(waiting());

      // the connection is still there, the run is not in it
      assertThat(server.sessions()).isNotEmpty();
      await(() -> programsOfTheServer().isEmpty());
      assertThat(here().state(id)).isEqualTo(new RunState.Running());

      List<ProcessHandle> sessions = server.sessions();
      sessions.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle session : sessions) {
        session.onExit().get();
      }
      assertThat(here().state(id)).isEqualTo(new RunState.Running());
      Files.createFile(go);
      assertThat(here().follow(id, _ -> {})).isEqualTo(new RunState.Succeeded(true));
    }
  }

  /** A signal through the channel is lost when the login is root. */
  @Test
  void aRunIsCancelledThroughItsFolderFromAnotherConnection() throws Exception {
    String id;
    try (SshShell shell = server.shell()) {
      id = runs(shell).start(waiting());
      await(() -> Files.readString(log(id)).contains("\non\n"));
    }
    try (SshShell another = server.shell()) {
      assertThat(runs(another).cancel(id)).isEqualTo(new RunState.Cancelled());
    }
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(p -> p.info().commandLine().orElse("").contains(id));
  }

  private Path log(String id) {
    return Path.of(state(), "runs", id, "log");
  }

  @Test
  void whatFollowedARunThroughAConnectionThatBrokeLeavesTheMachine() throws Exception {
    try (SshShell direct = server.shell()) {
      String id = runs(direct).start(waiting());
      Thread follower;
      try (CutProxy proxy = new CutProxy(server.port)) {
        int port = proxy.port();
        follower = Thread.ofPlatform().start(() -> follow(port, id));
        await(() -> followed(id));
      }

      // nobody can come back
      await(() -> !followed(id));

      follower.interrupt();
      follower.join();
      assertThat(here().state(id)).isEqualTo(new RunState.Running());
      Files.createFile(go);
      assertThat(runs(direct).follow(id, _ -> {})).isEqualTo(new RunState.Succeeded(true));
    }
  }

  private void follow(int port, String id) {
    try (SshShell through = server.shell(port)) {
      runs(through).follow(id, _ -> {});
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
