package org.megatronsetup.wizard.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunWindowTest {
  private static final String RUN = "node7 20261124-1012-1";

  @TempDir Path folder;

  /** Another process that shows the run until its input ends. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      try (RunWindow window =
          new RunWindow(Path.of(arguments[0]), () -> System.out.println("forward"))) {
        System.out.println(window.take(arguments[1]));
        System.in.read();
      }
    }
  }

  private Process other() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            folder.toString(),
            RUN)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void theSecondWindowCallsTheFirstForward() {
    Semaphore called = new Semaphore(0);
    try (RunWindow first = new RunWindow(folder, called::release);
        RunWindow second = new RunWindow(folder, () -> {})) {
      assertThat(first.take(RUN)).isTrue();
      assertThat(first.take(RUN)).isTrue();
      assertThat(second.take(RUN)).isFalse();
      assertThat(heard(called)).isTrue();
      assertThat(second.take("node8 20261124-1012-1")).isTrue();
      // it has that one now, and still not the first
      assertThat(second.take(RUN)).isFalse();
      assertThat(first.take("another")).isTrue();
      assertThat(second.take(RUN)).isTrue();
    }
  }

  @Test
  void aWindowThatWasKilledHoldsNothing() throws Exception {
    Process other = other();
    try (RunWindow window = new RunWindow(folder, () -> {})) {
      var out = other.inputReader(StandardCharsets.UTF_8);
      assertThat(out.readLine()).isEqualTo("true");
      assertThat(window.take(RUN)).isFalse();
      assertThat(out.readLine()).isEqualTo("forward");
      other.destroyForcibly().onExit().join();
      assertThat(window.take(RUN)).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void whereNothingCanBeLockedEveryWindowMayShowIt() {
    try (RunWindow window = new RunWindow(Path.of("/proc/nowhere"), () -> {})) {
      assertThat(window.take(RUN)).isTrue();
    }
  }

  @Test
  void aPathTooLongForASocketIsNoHindrance() {
    Path deep = folder.resolve("x".repeat(120));
    try (RunWindow first = new RunWindow(deep, () -> {});
        RunWindow second = new RunWindow(deep, () -> {})) {
      assertThat(first.take(RUN)).isTrue();
      assertThat(second.take(RUN)).isFalse();
    }
  }

  private static boolean heard(Semaphore called) {
    try {
      return called.tryAcquire(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
