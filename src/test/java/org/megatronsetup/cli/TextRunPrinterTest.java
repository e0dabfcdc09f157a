package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;

class TextRunPrinterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TextRunPrinter printer =
      new TextRunPrinter(
          new Terminal(
              InputStream.nullInputStream(),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Optional.empty()));

  @Test
  void aLostContactIsSaidBesideTheLogAndIsNoFailure() {
    printer.event(new RunEvent.StateChanged(new RunState.Running()));
    printer.event(new RunEvent.Output(0, "a line\n"));
    printer.event(new RunEvent.StateChanged(new RunState.Unknown("the connection broke")));
    printer.event(new RunEvent.StateChanged(new RunState.Running()));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a line\n");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "Contact lost: the connection broke. The install goes on; calling again …"
                + "In contact again.");
  }
}
