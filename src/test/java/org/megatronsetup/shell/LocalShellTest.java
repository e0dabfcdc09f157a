package org.megatronsetup.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that really run on this computer. */
final class LocalShellTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir Path folder;

  private static Script script(String text, String... arguments) {
    return new Script("test.sh", text, List.of(arguments));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void argumentsAreDataAndStatusAndBothOutputsComeBack(String sh) throws Exception {
    LocalShell shell = new LocalShell(sh, Map.of("MARK", "of the shell"));
    Shell.Finished finished =
        shell.run(
            script(
                "printf '<%s>' \"$@\"; printf '%s' \"$MARK\" >&2; exit 7",
                "a b", "$(touch hit)", "'", "", "-n", "two\nlines"),
            LONG);

    assertThat(text(finished.output())).isEqualTo("<a b><$(touch hit)><'><><-n><two\nlines>");
    assertThat(text(finished.errors())).isEqualTo("of the shell");
    assertThat(finished.exitStatus()).isEqualTo(7);
    assertThat(Path.of("hit")).doesNotExist();
  }

  @Test
  void bothOutputsAreDrainedWhateverComesFirst() throws Exception {
    Shell.Finished finished =
        new LocalShell()
            .run(
                script(
                    "head -c 4000000 /dev/zero >&2; head -c 5000000 /dev/zero;"
                        + " head -c 1000000 /dev/zero >&2"),
                LONG);

    assertThat(finished.output()).hasSize(5_000_000);
    assertThat(finished.errors()).hasSize(5_000_000);
  }

  @Test
  void inputIsReadOrLeft() throws Exception {
    byte[] input = "x".repeat(3_000_000).getBytes(StandardCharsets.UTF_8);
    Script counts = new Script("test.sh", "wc -c", List.of(), input);
    Script leaves = new Script("test.sh", "exec true", List.of(), input);

    assertThat(text(new LocalShell().run(counts, LONG).output()).strip()).isEqualTo("3000000");
    assertThat(new LocalShell().run(leaves, LONG).exitStatus()).isZero();
  }

  @Test
  void anEndBySignalIsTold() throws Exception {
    assertThat(new LocalShell().run(script("kill -KILL $$"), LONG).exitStatus()).isEqualTo(137);
  }

  @Test
  void interruptingEndsTheWholeTree() throws Exception {
    Path pids = folder.resolve("pids");
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              try {
                new LocalShell()
                    .run(
                        script(
                            "(trap '' TERM; sleep 600 & echo $! >\"$1.new\"; mv \"$1.new\" \"$1\";"
                                + " wait) ; true",
                            pids.toString()),
                        LONG);
                return false;
              } catch (InterruptedException e) {
                return true;
              }
            });
    Thread thread = Thread.ofPlatform().start(task);
    while (!Files.exists(pids)) {
      Thread.sleep(10);
    }
    thread.interrupt();

    assertThat(task.get()).isTrue();
    long pid = Long.parseLong(Files.readString(pids).strip());
    ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void theLimitEndsTheScriptAndSaysSo() {
    assertThatThrownBy(() -> new LocalShell().run(script("sleep 600"), Duration.ofMillis(50)))
        .isInstanceOf(ContactException.class)
        .hasMessageContaining("test.sh");
  }

  @Test
  void aShellThatIsNotThereIsAContactProblem() {
    LocalShell shell = new LocalShell(folder.resolve("none").toString(), Map.of());
    assertThatThrownBy(() -> shell.run(script("true"), LONG)).isInstanceOf(ContactException.class);
  }

  @Test
  void aStartedScriptIsHeardWhileItRuns() throws Exception {
    Path go = folder.resolve("go");
    CountDownLatch heard = new CountDownLatch(1);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Shell.OutputSink sink =
        new Shell.OutputSink() {
          @Override
          public void output(byte[] buffer, int length) {
            output.write(buffer, 0, length);
            heard.countDown();
          }

          @Override
          public void errors(byte[] buffer, int length) {}
        };
    Script waits =
        script(
            "echo early; until test -e \"$1\"; do sleep 0.02; done; echo late; exit 3",
            go.toString());
    try (Shell.Running running = new LocalShell().start(waits, sink)) {
      heard.await();
      Files.createFile(go);
      assertThat(running.waitFor()).isEqualTo(3);
    }
    assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("early\nlate\n");
  }

  @Test
  void aFileIsWrittenWholeWithItsModeAndReadFromAnOffset() throws Exception {
    LocalShell shell = new LocalShell();
    String path = folder.resolve("a file").toString();
    shell.writeFile(path, "old".getBytes(StandardCharsets.UTF_8), 0644);
    shell.writeFile(path, "0123456789".getBytes(StandardCharsets.UTF_8), 0600);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(path))))
        .isEqualTo("rw-------");
    assertThat(text(shell.readFile(path, 0, 4))).isEqualTo("0123");
    assertThat(text(shell.readFile(path, 8, 100))).isEqualTo("89");
    assertThat(shell.readFile(path, 10, 100)).isEmpty();
    assertThat(shell.readFile(path, 99, 100)).isEmpty();
    assertThatThrownBy(() -> shell.readFile(path + "x", 0, 1)).isInstanceOf(ContactException.class);
    assertThatThrownBy(() -> shell.writeFile(path + "/x", new byte[1], 0600))
        .isInstanceOf(ContactException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  /** Runs in a process of its own, whose locale has no letters beyond ASCII. */
  static final class InAnotherLocale {
    private InAnotherLocale() {}

    public static void main(String[] args) throws Exception {
      LocalShell shell = new LocalShell();
      try {
        String path = args[0] + "/\u00e9";
        shell.run(script("touch -- \"$1\"", path), LONG);
        System.out.println("ran");
      } catch (ContactException e) {
        System.out.println("refused");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"C, refused", "C.UTF-8, ran"})
  void aLetterThatTheLocaleLacksIsNeverChanged(String locale, String expected) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InAnotherLocale.class.getName(),
            folder.toString());
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    assertThat(text(process.getInputStream().readAllBytes())).isEqualTo(expected + "\n");
    try (var files = Files.list(folder)) {
      assertThat(files.toList()).hasSize(expected.equals("ran") ? 1 : 0);
    }
  }
}
