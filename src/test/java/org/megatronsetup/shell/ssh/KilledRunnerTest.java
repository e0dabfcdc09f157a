package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.megatronsetup.run.Runs;

/** What becomes known over SSH of a run whose runner is no more. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KilledRunnerTest {
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

  /** The first step is done, the runner is killed in the second, which then comes to its end. */
  private String startAndKill() throws Exception {
    Path ready = folder.resolve("ready");
    Path go = folder.resolve("go");
    String id =
        runs.start(
            FixtureRequest.of(
                folder + "/environment",
                Credentials.NONE,
                Map.of(),
                step("one", "echo one >>" + folder + "/did", ""),
                step(
                    "two",
                    "touch %s\nuntil test -e %s; do sleep 0.02; done\necho two >>%s/did"
                        .formatted(ready, go, folder),
                    "")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    String pid = Files.readString(directory(id).resolve("runner")).split(" ")[0];
    ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    // what it started is alive, and so the run is
    assertThat(runs.state(id)).isEqualTo(new RunState.Running());
    Files.createFile(go);
    return id;
  }

  private Path directory(String id) {
    return folder.resolve("state/runs").resolve(id);
  }

  @Test
  void theRunDiedAndCanBeResumed() throws Exception {
    String id = startAndKill();

    Heard heard = Heard.follow(runs, id);

    assertThat(heard.end()).isEqualTo(new RunState.Died());
    assertThat(heard.log()).isEqualTo(Files.readString(directory(id).resolve("log")));
    assertThat(runs.list())
        .singleElement()
        .satisfies(run -> assertThat(run.state()).isEqualTo(new RunState.Died()));
    runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(Heard.follow(runs, id).end()).isEqualTo(new RunState.Succeeded(true));
    // nobody heard of the end of the second: it is done once more, the first is not
    assertThat(folder.resolve("did")).hasContent("one\ntwo\ntwo\n");
  }

  @Test
  void anotherBootIsARestartOfTheHostAndNoLossOfContact() throws Exception {
    String id = startAndKill();
    assertThat(Heard.follow(runs, id).end()).isEqualTo(new RunState.Died());
    Path runner = directory(id).resolve("runner");
    Files.writeString(
        runner,
        Files.readString(runner)
            .replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "00000000-0000-0000-0000-000000000000"));
    // a restart breaks connections as well
    server.sessions().forEach(ProcessHandle::destroyForcibly);

    Heard heard = Heard.follow(runs, id);

    assertThat(heard.end()).isEqualTo(new RunState.HostRestarted());
    assertThat(heard.states().getLast()).isEqualTo(new RunState.HostRestarted());
    runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(Heard.follow(runs, id).end()).isEqualTo(new RunState.Succeeded(true));
  }
}
