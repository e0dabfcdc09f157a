package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.BringEvent;

class BringPrinterTest {
  private static final List<BringEvent> EVENTS =
      List.of(
          new BringEvent.Checking(2),
          new BringEvent.Moved("a-1.whl", 1, 2, 0, 3_000_000),
          new BringEvent.Moved("a-1.whl", 1, 2, 1_000_000, 3_000_000),
          new BringEvent.ContactLost("the connection broke"),
          new BringEvent.ContactBack(),
          new BringEvent.Moved("a-1.whl", 1, 2, 1_500_000, 3_000_000),
          new BringEvent.Moved("b-1.whl", 2, 2, 2_000_000, 3_000_000),
          new BringEvent.Checking(2),
          new BringEvent.Done(2, 3_000_000, 2_500_000));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          InputStream.nullInputStream(),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Optional.empty());

  @Test
  void withoutATerminalEachFileIsALine() {
    BringPrinter printer = new BringPrinter(terminal, false);
    EVENTS.forEach(printer::event);
    printer.end();

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "Bringing 1 of 2: a-1.whl",
            "Contact lost: the connection broke. Calling again; what came over stays there …",
            "In contact again.",
            "Bringing 2 of 2: b-1.whl",
            "All 2 files are there, with the right sums; 2 MB were sent.");
  }

  @Test
  void machinesGetEveryEventAsTheReadmeSays() {
    BringPrinter printer = new BringPrinter(terminal, true);
    EVENTS.forEach(printer::event);
    printer.end();

    assertThat(err.size()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(EVENTS.size())
        .contains(
            "{\"event\":\"bring-check\",\"count\":2}",
            "{\"event\":\"bring\",\"file\":\"a-1.whl\",\"number\":1,\"count\":2,\"done\":1000000,"
                + "\"total\":3000000}",
            "{\"event\":\"bring-contact-lost\",\"reason\":\"the connection broke\"}",
            "{\"event\":\"bring-contact-back\"}",
            "{\"event\":\"brought\",\"count\":2,\"total\":3000000,\"sent\":2500000}");
  }
}
