package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Step;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;

/** The server's processes for a connection are killed or stopped under a run. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class KilledSessionsTest {
  private static final int LINES = 120;

  @TempDir Path folder;
  private RealSshd server;
  private SshShell shell;
  private Runs runs;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    shell = server.shell();
    runs = new Runs(shell, folder.resolve("state").toString());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      shell.close();
      server.close();
    }
  }

  private RunRequest request(Step... steps) {
    return FixtureRequest.of(folder + "/environment", Credentials.NONE, Map.of(), steps);
  }

  private Step counting(String id) {
    return step(
        id,
        """
        echo %1$s >>'%2$s/did'
        n=0
        while [ $n -lt %3$d ]; do
          n=$((n + 1))
          echo "%1$s line $n"
          sleep 0.03
        done
        """
            .formatted(id, folder, LINES),
        "");
  }

  private String log(String id) throws Exception {
    return Files.readString(folder.resolve("state/runs/" + id + "/log"));
  }

  @Test
  void aRunIsFollowedThroughKilledSessions() throws Exception {
    String id = runs.start(request(counting("one"), counting("two")));
    Random random = new Random(3);
    AtomicInteger killed = new AtomicInteger();
    Thread killer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (true) {
                      Thread.sleep(300 + random.nextInt(700));
                      List<ProcessHandle> sessions = server.sessions();
                      sessions.forEach(ProcessHandle::destroyForcibly);
                      killed.addAndGet(sessions.isEmpty() ? 0 : 1);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    Heard heard;
    try {
      heard = Heard.follow(runs, id);
    } finally {
      killer.interrupt();
      killer.join();
    }

    assertThat(killed.get()).isGreaterThan(3);
    assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.log()).isEqualTo(log(id)).contains("one line " + LINES, "two line " + LINES);
    assertThat(heard.steps()).containsExactly("one=DONE", "two=DONE");
    assertThat(folder.resolve("did")).hasContent("one\ntwo\n");
  }

  @Test
  void aSessionThatWasStoppedIsLeftForAnother() throws Exception {
    Path go = folder.resolve("go");
    String id =
        runs.start(
            request(
                step("waits", "echo before\nuntil test -e " + go + "; do sleep 0.05; done", "")));
    Heard heard = new Heard();
    CompletableFuture<RunState> end = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                end.complete(runs.follow(id, heard));
              } catch (Throwable e) {
                end.completeExceptionally(e);
              }
            });
    await(() -> heard.log().contains("\nbefore\n"));
    List<ProcessHandle> stopped = server.sessions();
    assertThat(stopped).isNotEmpty();
    signal("STOP", stopped);
    try {
      await(() -> heard.states().stream().anyMatch(RunState.Unknown.class::isInstance));
      Files.createFile(go);

      assertThat(end.get()).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.log()).isEqualTo(log(id));
      assertThat(stopped).allMatch(ProcessHandle::isAlive);
    } finally {
      signal("CONT", stopped);
    }
  }

  private static void signal(String name, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }
  }

  /** Bounded by the test's own limit. */
  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }
}
