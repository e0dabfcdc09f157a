package org.megatronsetup.cli;

import java.util.Optional;
import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.KeptLayers;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** Has the container made that an install goes into, as far as it is not there. */
final class GroundworkFront {
  private final ContainerHost host;
  private final ContainerEngine engine;
  private final Terminal terminal;
  private final boolean json;

  GroundworkFront(ContainerHost host, ContainerEngine engine, Terminal terminal, boolean json) {
    this.host = host;
    this.engine = engine;
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Looks, and says what there is and what would be done.
   *
   * @throws SetupException for what stands in the way
   */
  Groundwork look() throws InterruptedException {
    Groundwork found = host.look();
    if (json) {
      new JsonLines(terminal.out()).event("groundwork", "groundwork", found);
    } else {
      GroundworkText.print(found, terminal.err());
    }
    if (!found.problems().isEmpty()) {
      throw new SetupException(found.problems());
    }
    return found;
  }

  /**
   * Does it, to its end; Ctrl-C ends it.
   *
   * @return how the program ends because of that; empty: the container runs
   */
  Optional<ExitCode> lay(Groundwork found) throws InterruptedException {
    LayingPrinter printer = new LayingPrinter(terminal, json, found.plan());
    try (Interrupts _ = Interrupts.interrupting(Thread.currentThread())) {
      host.lay(found, printer::event);
    } catch (InterruptedException e) {
      printer.end();
      return Optional.of(stopped());
    } finally {
      printer.end();
    }
    if (json) {
      new JsonLines(terminal.out()).event("laid");
    } else {
      terminal.err().println(Words.of("cli.groundwork.runs"));
      terminal.err().println();
    }
    return Optional.empty();
  }

  private ExitCode stopped() throws InterruptedException {
    host.stopLaying();
    String sentence = Words.of("cli.groundwork.cancelled", KeptLayers.of(engine));
    if (json) {
      new JsonRunPrinter(terminal).finished(ExitCode.CANCELLED, sentence);
    } else {
      terminal.err().println(sentence);
    }
    return ExitCode.CANCELLED;
  }
}
