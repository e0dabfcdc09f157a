package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;

/** Somebody closes or removes the folder of a run that is going on. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class RunDirectoryTest {
  @TempDir Path folder;
  private UserFixture fixture;
  private Path ready;
  private Path go;

  @BeforeEach
  void start() throws Exception {
    fixture = new UserFixture(folder, "/bin/sh");
    ready = fixture.user.home.resolve("ready");
    go = fixture.user.home.resolve("go");
  }

  @AfterEach
  void stop() {
    if (fixture != null) {
      fixture.close();
    }
  }

  private String startAndWait() throws Exception {
    String id =
        fixture.runs.start(
            fixture.request(
                step(
                    "waits",
                    "touch " + ready + "\nuntil test -e " + go + "; do sleep 0.05; done",
                    ""),
                step("after", "echo after", "")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    return id;
  }

  private void sh(String command) throws Exception {
    assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor()).isZero();
  }

  private void nothingOfItRuns(String id) throws Exception {
    for (int i = 0; i < 200 && !SecretHunt.processesWith(id).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(SecretHunt.processesWith(id)).isEmpty();
  }

  @Test
  void aFolderThatWasClosedIsAFailureThatSaysSo() throws Exception {
    String id = startAndWait();
    sh("find " + fixture.directory(id) + " -type d -exec chmod a-w '{}' +");
    Files.createFile(go);

    Heard heard = Heard.follow(fixture.runs, id);

    assertThat(heard.end()).isEqualTo(new RunState.Failed("waits", 21));
    assertThat(heard.steps()).containsExactly("waits=FAILED");
    assertThat(FailureBook.load().diagnose(heard.log(), "waits").cause()).contains("read-only");
    nothingOfItRuns(id);
    sh("chmod -R u+w " + fixture.directory(id));
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(Heard.follow(fixture.runs, id).end()).isEqualTo(new RunState.Succeeded(true));
  }

  @Test
  void whatCanStillBeRecordedIsRecorded() throws Exception {
    String id = startAndWait();
    sh("chmod a-w " + fixture.directory(id));
    Files.createFile(go);

    Heard heard = Heard.follow(fixture.runs, id);

    assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.steps()).containsExactly("waits=DONE", "after=DONE");
  }

  @Test
  void whereNothingCanBeWrittenTheRunIsSaidToHaveDied() throws Exception {
    String id = startAndWait();
    sh("chmod -R a-w " + fixture.directory(id));
    Files.createFile(go);

    assertThat(Heard.follow(fixture.runs, id).end()).isEqualTo(new RunState.Died());
    nothingOfItRuns(id);
    assertThatThrownBy(() -> fixture.runs.resume(id, Credentials.NONE, new char[0]))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("run-directory"));
    sh("chmod -R u+w " + fixture.directory(id));
    fixture.runs.resume(id, Credentials.NONE, new char[0]);
    assertThat(Heard.follow(fixture.runs, id).end()).isEqualTo(new RunState.Succeeded(true));
  }

  @Test
  void aFolderThatWasRemovedIsMissed() throws Exception {
    String id = startAndWait();
    sh("rm -rf " + fixture.directory(id));
    Files.createFile(go);

    assertThatThrownBy(() -> Heard.follow(fixture.runs, id))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("run-unknown");
              assertThat(e.problems().getFirst().cause()).contains("removed");
            });
    nothingOfItRuns(id);
    assertThat(fixture.runs.list()).isEmpty();
    // nothing of it stands in the way of another
    String next = fixture.runs.start(fixture.request(step("next", "true", "")));
    assertThat(Heard.follow(fixture.runs, next).end()).isEqualTo(new RunState.Succeeded(true));
  }
}
