package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.StepState;

/** What a follower hears, on good days and on bad ones. */
final class FollowTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void outputIsHeardWhileTheStepRuns(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path go = folder.resolve("go");
    String id =
        fixture.start(
            step(
                "asks", "echo question\nuntil test -e " + go + "; do sleep 0.02; done\necho late"));
    List<RunEvent> heard = new ArrayList<>();

    RunState end =
        fixture.runs.follow(
            id,
            event -> {
              heard.add(event);
              if (event instanceof RunEvent.Output output && output.text().contains("question\n")) {
                touch(go);
              }
            });

    assertThat(end).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.getLast()).isEqualTo(new RunEvent.StateChanged(end));
  }

  private static void touch(Path path) {
    try {
      if (!Files.exists(path)) {
        Files.createFile(path);
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void stepsComeBetweenThePiecesOfTheLogThatTheyBelongTo(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String id =
        fixture.start(step("one", "echo 1"), step("two", "echo 2"), step("three", "echo 3"));
    while (!fixture.runs.state(id).ended()) {
      Thread.sleep(20);
    }

    RunFixture.Heard heard = fixture.follow(id);

    long position = 0;
    for (RunEvent event : heard.events) {
      if (event instanceof RunEvent.Output output) {
        assertThat(output.offset()).isEqualTo(position);
        position += output.text().getBytes(StandardCharsets.UTF_8).length;
      } else if (event instanceof RunEvent.StepChanged changed) {
        assertThat(changed.logOffset()).isEqualTo(position);
      }
    }
    assertThat(fixture.runs.logSize(id)).isEqualTo(position);
    assertThat(fixture.runs.logSize("none-such")).isZero();
    assertThat(heard.events)
        .filteredOn(e -> e instanceof RunEvent.StepChanged s && s.state() == StepState.RUNNING)
        .hasSize(3);
  }

  /** Random text of one to four bytes a character, and bytes that are no text at all. */
  private byte[] noise(Random random) {
    StringBuilder text = new StringBuilder();
    int[] samples = {'a', '\n', 'é', '€', 0x1F600, '\r', 0x10FFFF};
    for (int i = 0; i < 200_000; i++) {
      text.appendCodePoint(samples[random.nextInt(samples.length)]);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyByteIsHeardOnceHoweverOftenTheContactBreaks(long seed) throws Exception {
    Random random = new Random(seed);
    RunFixture fixture = new RunFixture(folder, "dash");
    Files.write(folder.resolve("noise"), noise(random));
    String id =
        fixture.start(
            step("one", "cat " + folder + "/noise"),
            step("two", "sleep 0.2; cat " + folder + "/noise; printf 'cut \\342\\202'"));
    UnsteadyShell unsteady = new UnsteadyShell(fixture.shell, random, 8);
    Runs runs = new Runs(unsteady, fixture.state().toString(), RunFixture::quick);

    RunFixture.Heard heard = new RunFixture.Heard();
    heard.end = runs.follow(id, heard.events::add);

    assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(unsteady.broken()).isPositive();
    assertThat(heard.log())
        .isEqualTo(
            new String(
                Files.readAllBytes(fixture.directory(id).resolve("log")), StandardCharsets.UTF_8));
    assertThat(heard.steps()).containsExactly("one=DONE", "two=DONE");
    assertThat(heard.states()).doesNotContain(new RunState.Died());
  }

  @Test
  void lostContactIsUnknownAndNotFailed() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = fixture.start(step("one", "echo hello"));
    UnsteadyShell gone = new UnsteadyShell(fixture.shell, new Random(1), Integer.MAX_VALUE);
    gone.cut();
    Runs runs = new Runs(gone, fixture.state().toString(), RunFixture::quick);

    RunFixture.Heard heard = new RunFixture.Heard();
    heard.end = runs.follow(id, heard.events::add, Duration.ofMillis(200));

    assertThat(heard.end).isInstanceOf(RunState.Unknown.class);
    assertThat(heard.states()).hasSize(1).allMatch(RunState.Unknown.class::isInstance);
    assertThat(runs.state(id)).isInstanceOf(RunState.Unknown.class);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void interruptingAFollowerLeavesTheRunAndNothingOfTheFollower(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path go = folder.resolve("go");
    String id =
        fixture.start(step("waits", "echo hi\nuntil test -e " + go + "; do sleep 0.02; done"));
    Thread test = Thread.currentThread();
    FutureTask<Boolean> follower =
        new FutureTask<>(
            () -> {
              try {
                fixture.runs.follow(
                    id,
                    event -> {
                      if (event instanceof RunEvent.Output) {
                        Thread.currentThread().interrupt();
                      }
                    });
                return false;
              } catch (InterruptedException e) {
                return true;
              }
            });
    Thread.ofPlatform().start(follower);

    assertThat(follower.get()).isTrue();
    assertThat(test.isInterrupted()).isFalse();
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(p -> p.info().commandLine().orElse("").contains(id));
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Running());
    touch(go);
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
  }

  @Test
  void severalFollowersHearTheSame() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = fixture.start(step("one", "for i in 1 2 3 4 5; do echo $i; sleep 0.05; done"));
    List<FutureTask<RunFixture.Heard>> followers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      FutureTask<RunFixture.Heard> follower = new FutureTask<>(() -> fixture.follow(id));
      followers.add(follower);
      Thread.ofPlatform().start(follower);
    }
    for (FutureTask<RunFixture.Heard> follower : followers) {
      assertThat(follower.get().log())
          .isEqualTo(Files.readString(fixture.directory(id).resolve("log")));
    }
  }
}
