package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;

/** Nothing of a run is left when it was cancelled. */
final class CancelTest {
  @TempDir Path folder;

  private String pids(String name) {
    return folder.resolve(name).toString();
  }

  /** Pids of processes that have the run in their environment or work in its folder. */
  private static List<Long> alive(RunFixture fixture, String id) {
    String run = fixture.directory(id).toString();
    return ProcessHandle.allProcesses()
        .filter(
            process -> {
              Path proc = Path.of("/proc", Long.toString(process.pid()));
              try {
                return Files.readString(
                            proc.resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("MEGATRON_SETUP_RUN_ID=" + id)
                    || proc.resolve("cwd").toRealPath().toString().equals(run);
              } catch (java.io.IOException e) {
                return false;
              }
            })
        .map(ProcessHandle::pid)
        .toList();
  }

  private static void await(Path path) throws InterruptedException {
    while (!Files.exists(path)) {
      Thread.sleep(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void whatTheStepStartedIsGoneHoweverItHid(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            step("before", "true"),
            step(
                "hides",
                """
                sleep 600 &
                setsid sleep 601 </dev/null >/dev/null 2>&1 &
                env -i sleep 602 &
                sh -c 'trap "" INT TERM; touch "$1"; while :; do sleep 1; done' sh %s
                """
                    .formatted(pids("ready"))),
            step("after", "touch " + pids("after")));
    await(folder.resolve("ready"));
    assertThat(alive(fixture, id)).hasSizeGreaterThan(4);

    RunState state = fixture.runs.cancel(id);

    assertThat(state).isEqualTo(new RunState.Cancelled());
    assertThat(alive(fixture, id)).isEmpty();
    RunFixture.Heard heard = fixture.follow(id);
    assertThat(heard.end).isEqualTo(new RunState.Cancelled());
    assertThat(heard.steps()).containsExactly("before=DONE", "hides=CANCELLED");
    assertThat(folder.resolve("after")).doesNotExist();
    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aStepMayCleanUpWhenItIsInterrupted(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            step(
                "tidy",
                "python3 -c '"
                    + "import sys, time, pathlib\n"
                    + "try:\n"
                    + "  pathlib.Path(sys.argv[1]).touch()\n"
                    + "  time.sleep(600)\n"
                    + "except KeyboardInterrupt:\n"
                    + "  pathlib.Path(sys.argv[2]).touch()\n"
                    + "' "
                    + pids("ready")
                    + " "
                    + pids("tidied")));
    await(folder.resolve("ready"));

    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
    assertThat(folder.resolve("tidied")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aFollowerHearsTheCancelAndTheRunCanGoOnLater(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            step(
                "waits",
                "touch "
                    + pids("ready")
                    + "\nuntil test -e "
                    + pids("go")
                    + "; do sleep 0.05; done"));
    java.util.concurrent.FutureTask<RunFixture.Heard> follower =
        new java.util.concurrent.FutureTask<>(() -> fixture.follow(id));
    Thread.ofPlatform().start(follower);
    await(folder.resolve("ready"));

    fixture.runs.cancel(id);
    assertThat(follower.get().end).isEqualTo(new RunState.Cancelled());

    Files.createFile(folder.resolve("go"));
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void whatADeadRunnerLeftIsEndedToo(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id = fixture.start(step("waits", "touch " + pids("ready") + "\nsleep 600\ntrue"));
    await(folder.resolve("ready"));
    fixture.kill(id, "runner");
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Running());

    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
    assertThat(alive(fixture, id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void withoutItsWatcherARunIsEndedFromOutside(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id = fixture.start(step("waits", "touch " + pids("ready") + "\nsleep 600\ntrue"));
    await(folder.resolve("ready"));
    await(fixture.directory(id).resolve("watcher"));
    fixture.kill(id, "watcher");

    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
    assertThat(alive(fixture, id)).isEmpty();
    assertThat(fixture.follow(id).steps()).containsExactly("waits=CANCELLED");
  }
}
