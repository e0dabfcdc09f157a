package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.run.RunFixture.freshStep;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** Runs from start to end. */
final class RunsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aRunIsFollowedToItsEnd(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            step("one", "echo first; echo also >&2"),
            step("two", "printf '%s\\n' second \\\n  third\ncat tools/hello.txt"));

    RunFixture.Heard heard = fixture.follow(id);

    assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.steps()).containsExactly("one=DONE", "two=DONE");
    assertThat(heard.states())
        .containsExactly(new RunState.Running(), new RunState.Succeeded(true));
    assertThat(heard.log())
        .isEqualTo(
            """
            $ echo first; echo also >&2
            first
            also
            $ printf '%s\\n' second \\
            >   third
            $ cat tools/hello.txt
            second
            third
            a tool
            """)
        .isEqualTo(Files.readString(fixture.directory(id).resolve("log")));
    assertThat(fixture.directory(id).resolve("trouble")).isEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void theRunDirectoryHoldsThePlanAndIsPrivate(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Step quoted = step("one", "true", "test -e '/no where'");
    RunRequest request = fixture.request(Credentials.NONE, quoted);
    String id = fixture.runs.start(request);
    fixture.follow(id);
    Path run = fixture.directory(id);

    assertThat(run.resolve("steps/01-one/commands.sh"))
        .hasContent(ShellText.render(quoted.commands()));
    assertThat(run.resolve("steps/01-one/done.sh")).hasContent(ShellText.render(quoted.doneWhen()));
    assertThat(Files.readString(run.resolve("answers.json")).strip())
        .isEqualTo(Json.mapper().writeValueAsString(request.answers()));
    try (var files = Files.walk(run)) {
      for (Path path : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .endsWith("------");
      }
    }
    RunRecord record = fixture.runs.open(id);
    assertThat(record.plan()).isEqualTo(request.plan());
    assertThat(record.answers()).isEqualTo(request.answers());
    assertThat(record.metadata()).isEqualTo(request.metadata());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aFailedStepStopsTheRunAndResumeGoesOnThere(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            step("one", "echo one >>" + folder + "/did"),
            step("two", "echo two >>" + folder + "/did\ntest -e " + folder + "/repaired || exit 7"),
            step("three", "echo three >>" + folder + "/did"));

    RunFixture.Heard first = fixture.follow(id);
    assertThat(first.end).isEqualTo(new RunState.Failed("two", 7));
    assertThat(first.steps()).containsExactly("one=DONE", "two=FAILED");
    assertThat(first.events)
        .filteredOn(e -> e instanceof RunEvent.StepChanged s && s.exitStatus() == 7)
        .hasSize(1);
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Failed("two", 7));

    Files.createFile(folder.resolve("repaired"));
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    RunFixture.Heard second = fixture.follow(id);

    assertThat(second.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(second.steps()).containsExactly("one=DONE", "two=FAILED", "two=DONE", "three=DONE");
    assertThat(folder.resolve("did")).hasContent("one\ntwo\ntwo\nthree\n");
    assertThat(second.log()).startsWith(first.log());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void afterAFreshStartNothingIsLookedForUntilTheRunIsResumed(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(
            freshStep("make", "mkdir " + folder + "/made", "test -d " + folder + "/made"),
            step("fill", "echo fill >>" + folder + "/did", "echo look >>" + folder + "/did"),
            step(
                "fail",
                "test -e " + folder + "/repaired",
                "echo look >>" + folder + "/did; false"));

    assertThat(fixture.follow(id).steps()).containsExactly("make=DONE", "fill=DONE", "fail=FAILED");
    assertThat(folder.resolve("did")).hasContent("fill\n");

    Files.createFile(folder.resolve("repaired"));
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
    assertThat(folder.resolve("did")).hasContent("fill\nlook\n");

    // there is one already: what lies in it is looked for
    String again =
        fixture.start(
            freshStep("make", "false", "test -d " + folder + "/made"),
            step("fill", "false", "echo look >>" + folder + "/did"));
    assertThat(fixture.follow(again).steps()).containsExactly("make=UNCHANGED", "fill=UNCHANGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void whatIsDoneAlreadyIsUnchanged(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Step once = step("one", "echo ran >>" + folder + "/once", "test -e " + folder + "/once");

    assertThat(fixture.follow(fixture.start(once)).end).isEqualTo(new RunState.Succeeded(true));
    RunFixture.Heard again = fixture.follow(fixture.start(once));

    assertThat(again.end).isEqualTo(new RunState.Succeeded(false));
    assertThat(again.steps()).containsExactly("one=UNCHANGED");
    assertThat(folder.resolve("once")).hasContent("ran\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void twoRunsDoNotShareAnEnvironment(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path real = Files.createDirectory(folder.resolve("venv"));
    Path alias = Files.createSymbolicLink(folder.resolve("alias"), real);
    String first =
        fixture.start(step("wait", "until test -e " + folder + "/go; do sleep 0.05; done"));

    assertThatThrownBy(
            () ->
                fixture.runs.start(
                    fixture.request(alias.toString(), Credentials.NONE, step("x", "true"))))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining(first);
    assertThat(fixture.runs.list()).extracting(RunSummary::id).containsExactly(first);
    String elsewhere =
        fixture.runs.start(
            fixture.request(
                folder.resolve("other").toString(), Credentials.NONE, step("x", "true")));
    assertThat(fixture.follow(elsewhere).end).isEqualTo(new RunState.Succeeded(true));
    assertThatThrownBy(() -> fixture.runs.resume(first, Credentials.NONE, new char[0]))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("still going on");

    Files.createFile(folder.resolve("go"));
    assertThat(fixture.follow(first).end).isEqualTo(new RunState.Succeeded(true));
    assertThat(fixture.follow(fixture.start(step("x", "true"))).end)
        .isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void whatAnEndedRunLeftBehindDoesNotKeepTheEnvironment(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path pid = folder.resolve("pid");
    String first =
        fixture.start(step("daemon", "setsid sleep 600 >/dev/null 2>&1 & echo $! >" + pid));
    try {
      assertThat(fixture.follow(first).end).isEqualTo(new RunState.Succeeded(true));
      assertThat(fixture.follow(fixture.start(step("x", "true"))).end)
          .isEqualTo(new RunState.Succeeded(true));
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void runsAreListedNewestFirst(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    assertThat(fixture.runs.list()).isEmpty();
    String failed = fixture.start(step("one", "false"));
    fixture.follow(failed);
    String done = fixture.start(step("one", "true"));
    fixture.follow(done);

    List<RunSummary> runs = fixture.runs.list();

    assertThat(runs).extracting(RunSummary::id).containsExactly(done, failed);
    assertThat(runs)
        .extracting(RunSummary::state)
        .containsExactly(new RunState.Succeeded(true), new RunState.Failed("one", 1));
    assertThat(runs.getFirst().title()).isEqualTo("megatron-core 0.17.0");
    assertThat(runs.getFirst().environmentRoot()).isEqualTo(folder + "/venv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-run", "../runs", "", "a b"})
  void anUnknownRunIsSaidToBeUnknown(String id) throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    fixture.follow(fixture.start(step("one", "true")));

    assertThatThrownBy(() -> fixture.runs.state(id)).hasMessageContaining("no run");
    assertThatThrownBy(() -> fixture.runs.follow(id, _ -> {})).hasMessageContaining("no run");
    assertThatThrownBy(() -> fixture.runs.cancel(id)).hasMessageContaining("no run");
    assertThatThrownBy(() -> fixture.runs.open(id)).hasMessageContaining("no run");
    assertThatThrownBy(() -> fixture.runs.resume(id, Credentials.NONE, new char[0]))
        .hasMessageContaining("no run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aStateFolderWithAnUnusualNameWorks(String sh) throws Exception {
    Path odd = Files.createDirectory(folder.resolve("it's a $(touch hit) \"folder\" ;x"));
    RunFixture fixture = new RunFixture(odd, sh);
    RunFixture.Heard heard = fixture.follow(fixture.start(step("one", "pwd\ncat tools/hello.txt")));
    assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.log()).contains(odd.toString()).contains("a tool");
  }
}
