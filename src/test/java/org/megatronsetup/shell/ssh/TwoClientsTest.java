package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.run.Runs;

/** Two people, or one with two laptops, at one machine. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwoClientsTest {
  @TempDir Path folder;
  private RealSshd server;
  private SshShell shellOfOne;
  private SshShell shellOfOther;
  private Runs one;
  private Runs other;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    shellOfOne = server.shell();
    shellOfOther = server.shell();
    one = new Runs(shellOfOne, folder.resolve("state").toString());
    other = new Runs(shellOfOther, folder.resolve("state").toString());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      shellOfOne.close();
      shellOfOther.close();
      server.close();
    }
  }

  private String start(Runs runs, String text) throws Exception {
    return runs.start(
        FixtureRequest.of(folder + "/e", Credentials.NONE, Map.of(), step("says", text, "")));
  }

  @Test
  void bothHearTheSameBytesAlsoTheOneWhoseConnectionBreaks() throws Exception {
    String id =
        start(one, "n=0; while [ $n -lt 100 ]; do n=$((n + 1)); echo line $n; sleep 0.02; done");
    try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Heard> first = () -> Heard.follow(one, id);
      Callable<Heard> second = () -> Heard.follow(other, id);
      List<Future<Heard>> heard = List.of(both.submit(first), both.submit(second));
      Thread.sleep(500);
      server.sessions().stream().findFirst().ifPresent(ProcessHandle::destroyForcibly);

      String log = "";
      for (Future<Heard> each : heard) {
        assertThat(each.get().end()).isEqualTo(new RunState.Succeeded(true));
        log = Files.readString(folder.resolve("state/runs/" + id + "/log"));
        assertThat(each.get().log()).isEqualTo(log).endsWith("line 100\n");
        assertThat(each.get().steps()).containsExactly("says=DONE");
      }
      assertThat(Heard.follow(other, id).log()).isEqualTo(log);
    }
  }

  @Test
  void aSecondRunOnTheEnvironmentIsRefusedWithTheFirstOnesId() throws Exception {
    Path go = folder.resolve("go");
    String id = start(one, "until test -e " + go + "; do sleep 0.02; done");

    assertThatThrownBy(() -> start(other, "true"))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("environment-busy");
              assertThat(e.problems().getFirst().sentence()).contains(id);
            });

    Files.createFile(go);
    assertThat(Heard.follow(one, id).end()).isEqualTo(new RunState.Succeeded(true));
    assertThat(other.list()).hasSize(1);
    String next = start(other, "true");
    assertThat(Heard.follow(other, next).end()).isEqualTo(new RunState.Succeeded(true));
  }
}
