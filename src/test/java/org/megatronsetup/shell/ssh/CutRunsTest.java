package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;

/** A run goes on, and is heard of byte for byte, whatever becomes of the connection. */
class CutRunsTest {
  private static final int CUTS = 50;
  private static final int LINES = 150;

  @TempDir Path folder;

  /** Twice: a hundred cuts in all. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(
      value = CutProxy.Cut.class,
      names = {"RESET", "HALF_CLOSE"})
  void aRunIsFollowedThroughFiftyCuts(CutProxy.Cut how) throws Exception {
    Random random = new Random(7);
    AtomicInteger cuts = new AtomicInteger();
    try (RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
        SshShell direct = server.shell()) {
      for (int round = 0; cuts.get() < CUTS; round++) {
        round(server, direct, round, how, random, cuts);
      }
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @EnumSource(
      value = CutProxy.Cut.class,
      names = {"BLACK_HOLE", "STALL"})
  void aRunIsFollowedThroughSilence(CutProxy.Cut how) throws Exception {
    AtomicInteger cuts = new AtomicInteger();
    try (RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
        SshShell direct = server.shell()) {
      round(server, direct, 0, how, new Random(7), cuts);
    }
    assertThat(cuts.get()).isPositive();
  }

  private void round(
      RealSshd server,
      SshShell direct,
      int number,
      CutProxy.Cut how,
      Random random,
      AtomicInteger cuts)
      throws Exception {
    String state = folder.resolve("state").toString();
    Path did = folder.resolve("did-" + number);
    String id = new Runs(direct, state).start(request(number, did));
    List<RunEvent> heard = new ArrayList<>();
    boolean silent = how == CutProxy.Cut.BLACK_HOLE || how == CutProxy.Cut.STALL;
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell through = server.shell(proxy.port())) {
      Thread cutter =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      int seen = 0;
                      do {
                        // each connection is cut once, in the middle of whatever it is at
                        while (proxy.connections() == seen) {
                          Thread.sleep(5);
                        }
                        seen = proxy.connections();
                        Thread.sleep(silent ? 1_000 : 100 + random.nextInt(900));
                        proxy.cut(how);
                        cuts.incrementAndGet();
                      } while (!silent);
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      RunState end;
      try {
        end = new Runs(through, state).follow(id, heard::add);
      } finally {
        cutter.interrupt();
        cutter.join();
      }
      assertThat(end).isEqualTo(new RunState.Succeeded(true));
    }
    StringBuilder log = new StringBuilder();
    for (RunEvent event : heard) {
      if (event instanceof RunEvent.Output(long offset, String text)) {
        assertThat(offset).isEqualTo(log.length());
        log.append(text);
      }
    }
    assertThat(log.toString())
        .isEqualTo(Files.readString(Path.of(state, "runs", id, "log")))
        .contains("one line " + LINES + "\n", "two line " + LINES + "\n");
    assertThat(heard)
        .filteredOn(e -> e instanceof RunEvent.StepChanged s && s.state() == StepState.DONE)
        .hasSize(2);
    assertThat(did).hasContent("one\ntwo\n");
  }

  private RunRequest request(int number, Path did) {
    String environment = folder.resolve("environment-" + number).toString();
    return FixtureRequest.of(
        environment, Credentials.NONE, Map.of(), step("one", did), step("two", did));
  }

  private static Step step(String id, Path did) {
    String text =
        """
        echo %1$s >>'%2$s'
        n=0
        while [ $n -lt %3$d ]; do
          n=$((n + 1))
          echo "%1$s line $n"
          sleep 0.01
        done
        """
            .formatted(id, did, LINES);
    return FixtureRequest.step(id, text, "");
  }
}
