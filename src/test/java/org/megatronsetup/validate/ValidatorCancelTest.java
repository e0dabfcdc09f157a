package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Check;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Scripts;

/** However a validation is ended, nothing of it goes on running. */
final class ValidatorCancelTest {
  @TempDir private Path folder;
  private Path temporary;
  private Path pids;
  private FakeEnvironment environment;

  /** An import that starts a process of its own, says who they are, and hangs. */
  @BeforeEach
  void environment() throws Exception {
    temporary = Files.createDirectories(folder.resolve("tmp"));
    pids = folder.resolve("pids");
    environment =
        FakeEnvironment.create(folder.resolve("venv"), false)
            .distribution("megatron-core", "0.19.1")
            .module(
                "megatron.core.__init__",
                """
                import os, subprocess, time
                child = subprocess.Popen(["sleep", "600"])
                with open("%1$s.new", "w") as file:
                    file.write("%%d %%d" %% (os.getpid(), child.pid))
                os.rename("%1$s.new", "%1$s")
                time.sleep(600)
                """
                    .formatted(pids));
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    if (Files.exists(pids)) {
      processes().forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> processes() throws IOException {
    return Stream.of(Files.readString(pids).split(" "))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  private static void untilGone(List<ProcessHandle> processes) {
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  private void untilItHangs() throws InterruptedException {
    while (!Files.exists(pids)) {
      Thread.sleep(10);
    }
  }

  private List<Path> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.toList();
    }
  }

  @Test
  void anInterruptEndsTheChecksAndWhatTheyStarted() throws Exception {
    Validator validator =
        new Validator(
            new LocalShell("sh", Map.of("TMPDIR", temporary.toString())), FailureBook.load());
    List<Check> heard = new ArrayList<>();
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    validator.validate(ValidationRequest.of(environment.python(), ""), heard::add);
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
    untilItHangs();
    List<ProcessHandle> running = processes();
    assertThat(running).hasSize(2);
    thread.interrupt();
    thread.join();
    assertThat(interrupted.getCount()).isZero();
    untilGone(running);
    assertThat(heard).extracting(Check::id).doesNotContain("import-megatron-core");
    assertThat(leftOver()).isEmpty();
  }

  private Process ladder() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", Scripts.text("validate/validate.sh"), "validate.sh", environment.python());
    builder.environment().put("TMPDIR", temporary.toString());
    Process process = builder.start();
    try (var input = process.getOutputStream()) {
      input.write(CheckArchive.bytes());
    }
    return process;
  }

  @Test
  void aReaderThatGoesAwayEndsIt() throws Exception {
    Process ladder = ladder();
    untilItHangs();
    List<ProcessHandle> running = processes();
    ladder.getInputStream().close();
    assertThat(ladder.waitFor()).isEqualTo(128 + 13);
    untilGone(running);
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void aSignalEndsIt() throws Exception {
    Process ladder = ladder();
    untilItHangs();
    List<ProcessHandle> running = processes();
    ladder.destroy();
    assertThat(ladder.waitFor()).isEqualTo(128 + 15);
    untilGone(running);
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void evenAKillLeavesNoWorker() throws Exception {
    Process ladder = ladder();
    untilItHangs();
    ProcessHandle worker = processes().getFirst();
    ladder.destroyForcibly().waitFor();
    untilGone(List.of(worker));
    assertThat(worker.isAlive()).isFalse();
  }
}
