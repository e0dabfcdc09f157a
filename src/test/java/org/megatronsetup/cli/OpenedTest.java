package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.wizard.FakeSetup;
import org.megatronsetup.wizard.Samples;

/** What a command opened is let go, however it ends. */
final class OpenedTest {
  private final FakeSetup setup = new FakeSetup();
  private final PrintStream print =
      new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
  private final CommandLineFront front =
      new CommandLineFront(
          new Context(
              new Terminal(new ByteArrayInputStream(new byte[0]), print, print, Optional.empty()),
              (target, dialog) -> setup));

  @Test
  void afterACommandThatWorked() {
    assertThat(front.run("runs", "--target=node7")).isZero();
    assertThat(setup.calls).endsWith("runs", "close");
  }

  @Test
  void afterACommandThatDidNot() {
    setup.arrival =
        () -> {
          throw new SetupException(Samples.NO_INDEX);
        };
    assertThat(front.run("probe", "--target=node7")).isNotZero();
    assertThat(setup.calls).endsWith("probe", "close");
  }
}
