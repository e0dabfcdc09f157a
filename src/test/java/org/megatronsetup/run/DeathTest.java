package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;

/** What is said of a run that ended without a word. */
final class DeathTest {
  private static final Credentials SECRET =
      new Credentials(
          List.of(new Credentials.Login("https://example.org", "user", "hush-hush")), "");

  @TempDir Path folder;

  private String startAndKill(RunFixture fixture) throws Exception {
    Path ready = folder.resolve("ready");
    Path repaired = folder.resolve("repaired");
    String id =
        fixture.runs.start(
            fixture.request(
                SECRET,
                step(
                    "waits",
                    "test -e " + repaired + " || { echo $$ >" + ready + "; exec sleep 600; }")));
    while (!Files.exists(ready) || Files.readString(ready).isBlank()) {
      Thread.sleep(10);
    }
    fixture.kill(id, "runner");
    RunFixture.kill(
        ProcessHandle.of(Long.parseLong(Files.readString(ready).strip())).orElseThrow());
    Files.createFile(repaired);
    return id;
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aKilledRunnerDiedAndTheRunCanBeResumed(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id = startAndKill(fixture);

    RunFixture.Heard heard = fixture.follow(id);

    assertThat(heard.end).isEqualTo(new RunState.Died());
    assertThat(heard.log()).isEqualTo(Files.readString(fixture.directory(id).resolve("log")));
    assertThat(fixture.directory(id).resolve("secrets")).doesNotExist();
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void anotherBootMeansThatTheHostWasRestarted(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id = startAndKill(fixture);
    Path runner = fixture.directory(id).resolve("runner");
    Files.writeString(
        runner,
        Files.readString(runner)
            .replaceFirst("[0-9a-f]{8}-[0-9a-f-]{27}", "00000000-0000-0000-0000-000000000000"));

    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.HostRestarted());
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.HostRestarted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "succ", "succeeded", "failed waits", "failed waits \n", "x"})
  void aRecordThatWasCutShortIsNoRecord(String state) throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = startAndKill(fixture);
    Files.writeString(fixture.directory(id).resolve("state"), state);
    Files.writeString(
        fixture.directory(id).resolve("events"),
        Files.readString(fixture.directory(id).resolve("events")) + "\n17955 step wai");

    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Died());
  }

  @Test
  void aRunOfAnotherMachineIsNotDead() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = startAndKill(fixture);
    Path runner = fixture.directory(id).resolve("runner");
    String[] words = Files.readString(runner).split(" ");
    words[3] = "elsewhere.example.org";
    Files.writeString(runner, String.join(" ", words));

    assertThat(fixture.runs.state(id))
        .isInstanceOfSatisfying(
            RunState.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("elsewhere.example.org"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aTermToTheRunnerStopsAfterTheStep(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path ready = folder.resolve("ready");
    Path go = folder.resolve("go");
    String id =
        fixture.runs.start(
            fixture.request(
                SECRET,
                step("one", "touch " + ready + "\nuntil test -e " + go + "; do sleep 0.02; done"),
                step("two", "true")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    fixture.handle(id, "runner").destroy();
    Files.createFile(go);

    RunFixture.Heard heard = fixture.follow(id);
    assertThat(heard.end).isEqualTo(new RunState.Failed("two", 143));
    assertThat(fixture.directory(id).resolve("secrets")).doesNotExist();
  }
}
