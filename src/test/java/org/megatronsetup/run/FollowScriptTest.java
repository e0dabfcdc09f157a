package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.megatronsetup.run.RunFixture.step;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.RunState;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** What the script that streams a run prints, and when it ends. */
@Execution(ExecutionMode.CONCURRENT)
final class FollowScriptTest {
  @TempDir Path folder;

  private Process follow(RunFixture fixture, String id, String sh) throws Exception {
    Path script = folder.resolve("follow.sh");
    Files.writeString(script, Scripts.text("run/follow.sh"));
    List<String> command = new ArrayList<>(List.of(sh.split(" ")));
    command.addAll(
        List.of(script.toString(), fixture.directory(id).toString(), "0", "0", "marker-" + id));
    return new ProcessBuilder(command).start();
  }

  private static List<ProcessHandle> processes(String mark) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains(mark))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash", "busybox sh"})
  void itLeavesWhenNobodyReadsItAnyMoreAndTheRunGoesOn(String sh) throws Exception {
    assumeTrue(
        !sh.startsWith("busybox") || Files.isExecutable(Path.of("/usr/bin/busybox")),
        "busybox is not installed");
    RunFixture fixture = new RunFixture(folder, "dash");
    Path go = folder.resolve("go");
    String id =
        fixture.start(step("waits", "echo on\nuntil test -e " + go + "; do sleep 0.02; done"));
    Process script = follow(fixture, id, sh);
    BufferedReader output = script.inputReader();
    while (!"on".equals(output.readLine())) {
      assertThat(script.isAlive()).isTrue();
    }
    List<ProcessHandle> helpers = script.descendants().toList();
    assertThat(helpers).hasSizeGreaterThanOrEqualTo(4);

    // what is left of a connection that broke: nobody says anything, but nobody reads either
    script.getInputStream().close();
    script.getErrorStream().close();

    assertThat(script.waitFor(2, TimeUnit.MINUTES)).isTrue();
    for (ProcessHandle helper : helpers) {
      helper.onExit().get(2, TimeUnit.MINUTES);
    }
    assertThat(processes("marker-" + id)).isEmpty();
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Running());
    Files.createFile(go);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
  }

  @Test
  void ofARunThatIsOverItPrintsTheStateThenTheEventsThenTheLog() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = fixture.start(step("one", "echo hello"));
    RunFixture.Heard heard = fixture.follow(id);
    String events = Files.readString(fixture.directory(id).resolve("events"));

    Process script = follow(fixture, id, "dash");

    assertThat(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("succeeded changed\n" + events.length() + "\n" + events + heard.log());
    assertThat(script.getErrorStream().readAllBytes()).isEmpty();
    assertThat(script.waitFor()).isZero();
  }

  @Test
  void aReaderWhoComesBackIsGivenOnlyTheRest() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = fixture.start(step("one", "echo hello"));
    String log = fixture.follow(id).log();
    int events = Math.toIntExact(Files.size(fixture.directory(id).resolve("events")));

    Shell.Finished rest =
        fixture.shell.run(
            Scripts.load(
                "run/follow.sh",
                List.of(
                    fixture.directory(id).toString(),
                    Integer.toString(log.length() - 3),
                    Integer.toString(events))),
            Duration.ofMinutes(1));

    assertThat(new String(rest.output(), StandardCharsets.UTF_8))
        .isEqualTo("succeeded changed\n0\n" + log.substring(log.length() - 3));
  }
}
