package org.megatronsetup.shell.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

/** What a container of any engine must be able to do as a machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerShellContract {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String NAME = "one";

  @TempDir private Path folder;
  private RealEngine engine;
  private Shell shell;

  abstract RealEngine start(Path own) throws Exception;

  @BeforeAll
  void startEngine(@TempDir Path shared) throws Exception {
    Path own = Files.createDirectory(shared.resolve("e"));
    engine = start(own);
    TestImages.tiny(engine, own, "tiny:1");
    make();
    shell = new ContainerShell(new LocalShell(), engine::words, NAME);
  }

  private void make() {
    engine.run(
        "run", "--detach", "--init", "--network=host", "--name", NAME, "tiny:1", "sleep", "3600");
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  private Shell.Finished run(String text, byte[] input, String... words) throws Exception {
    return shell.run(new Script("test.sh", text, List.of(words), input), LIMIT);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void scriptsGetTheirWordsAndTheirInputAndSayTheirStatus() throws Exception {
    Shell.Finished finished =
        run(
            "cat; for word in \"$0\" \"$@\"; do printf '<%s>' \"$word\"; done; echo bad >&2; exit"
                + " 7",
            "in\n".getBytes(StandardCharsets.UTF_8),
            "a b",
            "",
            "$(id)",
            "--",
            "two\nlines",
            "ä'\"\\");
    assertThat(finished.exitStatus()).isEqualTo(7);
    assertThat(text(finished.output()))
        .isEqualTo("in\n<test.sh><a b><><$(id)><--><two\nlines><ä'\"\\>");
    assertThat(text(finished.errors())).isEqualTo("bad\n");
  }

  @Test
  void muchInputComesThroughWhole() throws Exception {
    byte[] much = new byte[3_000_000];
    Arrays.fill(much, (byte) 'x');
    assertThat(text(run("wc -c", much).output()).strip()).isEqualTo("3000000");
    assertThat(run("exit 0", much).exitStatus()).isZero();
  }

  @Test
  void muchOutputComesThroughWhole() throws Exception {
    Shell.Finished finished = run("head -c 5000000 /dev/zero", new byte[0]);
    assertThat(finished.output()).hasSize(5_000_000);
  }

  @Test
  void filesAreWrittenAndRead() throws Exception {
    byte[] content = "one\ntwo".getBytes(StandardCharsets.UTF_8);
    shell.writeFile("/root/a file", content, 0600);
    assertThat(shell.readFile("/root/a file", 4, 100))
        .isEqualTo("two".getBytes(StandardCharsets.UTF_8));
    assertThat(text(run("stat -c %a '/root/a file'", new byte[0]).output()).strip())
        .isEqualTo("600");
    assertThatThrownBy(() -> shell.readFile("/root/none", 0, 1))
        .isInstanceOf(ContactException.class);
  }

  @Test
  void aLargeFileIsBroughtAndTakenUpAgain() throws Exception {
    Path file = folder.resolve("large.bin");
    byte[] content = new byte[10_000_000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i / 1000);
    }
    Files.write(file, content);
    shell.uploads().orElseThrow().write(file, 0, "/root/large", done -> {});
    shell.uploads().orElseThrow().write(file, 9_000_000, "/root/large", done -> {});
    assertThat(text(run("md5sum </root/large", new byte[0]).output()).split(" ")[0])
        .isEqualTo(
            java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("MD5").digest(content)));
  }

  @Test
  void aScriptThatTakesTooLongIsEndedInside() {
    assertThatThrownBy(
            () ->
                shell.run(
                    new Script("slow.sh", "sleep 1111 & sleep 1111", List.of()),
                    Duration.ofSeconds(2)))
        .isInstanceOf(ContactException.class);
    until("no sleep is left", () -> !running("sleep 1111"));
  }

  @Test
  void whatIsNotFollowedAnyMoreIsEndedInsideAndWhatIsDetachedStays() throws Exception {
    CompletableFuture<String> heard = new CompletableFuture<>();
    Shell.OutputSink sink =
        new Shell.OutputSink() {
          @Override
          public void output(byte[] buffer, int length) {
            heard.complete(new String(buffer, 0, length, StandardCharsets.UTF_8));
          }

          @Override
          public void errors(byte[] buffer, int length) {}
        };
    Shell.Running running =
        shell.start(
            new Script(
                "follow.sh",
                "setsid sleep 2222 </dev/null >/dev/null 2>&1 & echo here; sleep 3333",
                List.of()),
            sink);
    assertThat(heard.get()).isEqualTo("here\n");
    running.close();
    until("the script is gone", () -> !running("sleep 3333"));
    assertThat(running("sleep 2222")).isTrue();
    end("sleep 2222");
  }

  @Test
  void whatAScriptStartedAndLeftStaysAfterItsEnd() throws Exception {
    run("sleep 4444 </dev/null >/dev/null 2>&1 &", new byte[0]);
    assertThat(running("sleep 4444")).isTrue();
    end("sleep 4444");
  }

  private void end(String command) throws Exception {
    run(
        "ps -o pid,args | while read -r pid args; do [ \"$args\" != \"$1\" ] || kill \"$pid\";"
            + " done",
        new byte[0],
        command);
  }

  private boolean running(String command) {
    try {
      return text(run("ps -o args", new byte[0]).output())
          .lines()
          .anyMatch(line -> line.strip().equals(command));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so: " + what);
      }
      Thread.onSpinWait();
    }
  }

  private String problem(String name) {
    try (Shell other = new ContainerShell(new LocalShell(), engine::words, name)) {
      other.run(new Script("any.sh", "exit 0", List.of()), LIMIT);
      return "none";
    } catch (SetupException e) {
      return e.problems().getFirst().code();
    } catch (ContactException e) {
      return "contact: " + e.getMessage();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aContainerThatDoesNotRunIsNoLostContact() {
    engine.run("run", "--detach", "--network=host", "--name=short", "tiny:1", "sleep", "3600");
    assertThat(problem("short")).isEqualTo("none");
    engine.run("kill", "short");
    assertThat(problem("short")).isEqualTo("container-stopped");
    engine.run("rm", "--force", "short");
    assertThat(problem("short")).isEqualTo("container-gone");
  }

  @Test
  void anEngineThatDoesNotAnswerIsLostContact() {
    try (Shell other = new ContainerShell(new LocalShell(), () -> List.of("false"), NAME)) {
      assertThatThrownBy(() -> other.run(new Script("any.sh", "exit 0", List.of()), LIMIT))
          .isInstanceOf(ContactException.class);
    }
  }
}
