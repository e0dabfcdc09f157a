package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;

/** Targets that lack tools, or room. */
final class PoorTargetTest {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "chmod",
          "cksum",
          "date",
          "dd",
          "grep",
          "id",
          "ls",
          "mkdir",
          "mkfifo",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sleep",
          "tail",
          "touch",
          "wc");

  @TempDir Path folder;

  /** No flock, no setsid: liveness by process ids. */
  private RunFixture withoutLocks(String sh) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("poor"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), RunFixture.find(tool));
    }
    Files.createSymbolicLink(bin.resolve("sh"), RunFixture.find(sh));
    return new RunFixture(folder, bin.resolve("sh"), Map.of("PATH", bin.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void withoutFlockAndSetsidRunsWorkTheSame(String sh) throws Exception {
    RunFixture fixture = withoutLocks(sh);
    Path ready = folder.resolve("ready");
    Path go = folder.resolve("go");
    String id =
        fixture.start(
            step("one", "touch " + ready + "\nuntil test -e " + go + "; do sleep 0.05; done"));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Running());
    assertThatThrownBy(() -> fixture.start(step("x", "true")))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(id);
    Files.createFile(go);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
    assertThat(fixture.follow(fixture.start(step("x", "true"))).end)
        .isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void withoutFlockAndSetsidACancelAndADeathAreSeen(String sh) throws Exception {
    RunFixture fixture = withoutLocks(sh);
    Path ready = folder.resolve("ready");
    String cancelled = fixture.start(step("one", "touch " + ready + "\nsleep 600\ntrue"));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    assertThat(fixture.runs.cancel(cancelled)).isEqualTo(new RunState.Cancelled());
    Files.delete(ready);

    String killed = fixture.start(step("one", "touch " + ready + "\nsleep 600\ntrue"));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    fixture.kill(killed, "runner");
    assertThat(fixture.follow(killed).end).isEqualTo(new RunState.Died());
    // sweeps what the dead runner left
    assertThat(fixture.runs.cancel(killed)).isEqualTo(new RunState.Cancelled());
  }

  @Test
  void aFolderThatCannotBeWrittenIsAProblemInPlainWords() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    Files.createFile(fixture.state());
    assertThatThrownBy(() -> fixture.start(step("one", "true")))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("run-directory"));
  }

  /** Needs root, to mount a small file system; skipped elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aFullDiskNeverLooksLikeSuccessAndEndsWhenThereIsRoom(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Files.createDirectories(fixture.state());
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", fixture.state().toString()) == 0,
        "no file system can be mounted here");
    try {
      Path filler = fixture.state().resolve("filler");
      String id =
          fixture.start(
              // the last thing that it does is to leave no room at all, not even what was kept
              step(
                  "fills",
                  "rm reserve; cat /dev/zero >"
                      + filler
                      + " 2>/dev/null || touch "
                      + folder
                      + "/full"),
              step("after", "touch " + folder + "/after"));
      while (!Files.exists(folder.resolve("full"))) {
        Thread.sleep(10);
      }
      for (int i = 0; i < 20; i++) {
        assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Running());
        Thread.sleep(20);
      }
      Files.delete(filler);

      RunFixture.Heard heard = fixture.follow(id);

      assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.steps()).containsExactly("fills=DONE", "after=DONE");
    } finally {
      assertThat(run("umount", "-l", fixture.state().toString())).isZero();
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
