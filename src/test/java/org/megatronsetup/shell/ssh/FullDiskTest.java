package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.run.Runs;

/** The disk of the target is full: the run fails, says why, and goes on when there is room. */
class FullDiskTest {
  @TempDir Path folder;
  private SmallDisk disk;
  private RealSshd server;
  private SshShell shell;

  @BeforeEach
  void start() throws Exception {
    disk = new SmallDisk(folder.resolve("disk"), "1m");
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    shell = server.shell();
  }

  @AfterEach
  void stop() {
    if (shell != null) {
      shell.close();
      server.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  /** Fills the disk unless the person made room, and leaves it full. */
  private Step[] steps() {
    Path filler = disk.folder.resolve("filler");
    return new Step[] {
      step("first", "echo first >>" + folder + "/did", ""),
      step("fills", "test -e " + folder + "/room || cat /dev/zero >" + filler, "")
    };
  }

  private Heard fails(Runs runs, String id) throws Exception {
    Heard heard = Heard.follow(runs, id);
    assertThat(heard.end())
        .isInstanceOfSatisfying(
            RunState.Failed.class, failed -> assertThat(failed.stepId()).isEqualTo("fills"));
    assertThat(heard.steps()).containsExactly("first=DONE", "fills=FAILED");
    assertThat(heard.states()).noneMatch(RunState.Unknown.class::isInstance);
    Diagnosis diagnosis = FailureBook.load().diagnose(heard.log(), "fills");
    assertThat(diagnosis.cause()).contains("The disk is full");
    assertThat(runs.state(id)).isEqualTo(heard.end());
    return heard;
  }

  private void goesOnWithRoom(Runs runs, String id) throws Exception {
    Files.delete(disk.folder.resolve("filler"));
    Files.createFile(folder.resolve("room"));
    runs.resume(id, Credentials.NONE, new char[0]);
    Heard again = Heard.follow(runs, id);
    assertThat(again.end()).isEqualTo(new RunState.Succeeded(true));
    assertThat(folder.resolve("did")).hasContent("first\n");
  }

  @Test
  void theDiskWithTheRunsOwnRecordsIsFull() throws Exception {
    Runs runs = new Runs(shell, disk.folder.resolve("state").toString());
    String id = runs.start(FixtureRequest.of(folder + "/e", Credentials.NONE, Map.of(), steps()));

    Heard heard = fails(runs, id);

    Path directory = disk.folder.resolve("state/runs/" + id);
    assertThat(heard.log())
        .isEqualTo(Files.readString(directory.resolve("log"), StandardCharsets.UTF_8));
    leaveNoRoom();
    assertThatThrownBy(() -> runs.resume(id, Credentials.NONE, new char[0]))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> assertThat(e.problems().getFirst().nextStep()).contains("Make room"));
    goesOnWithRoom(runs, id);
  }

  /** What the run kept for its last words is free again: not for long. */
  private void leaveNoRoom() throws Exception {
    assertThat(
            new ProcessBuilder("sh", "-c", "cat /dev/zero >>" + disk.folder.resolve("filler"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor())
        .isNotZero();
  }

  @Test
  void anotherDiskIsFull() throws Exception {
    Runs runs = new Runs(shell, folder.resolve("state").toString());
    String id =
        runs.start(FixtureRequest.of(disk.folder + "/e", Credentials.NONE, Map.of(), steps()));

    assertThat(fails(runs, id).log()).contains("No space left on device");
    goesOnWithRoom(runs, id);
  }

  @Test
  void thereIsNoRoomToBegin() throws Exception {
    Files.createDirectory(disk.folder.resolve("state"));
    Files.createFile(disk.folder.resolve("filler"));
    leaveNoRoom();
    Runs runs = new Runs(shell, disk.folder.resolve("state").toString());

    assertThatThrownBy(
            () -> runs.start(FixtureRequest.of(folder + "/e", Credentials.NONE, Map.of(), steps())))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("run-directory"));
    assertThat(runs.list()).isEmpty();
  }
}
