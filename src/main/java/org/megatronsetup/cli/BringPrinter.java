package org.megatronsetup.cli;

import org.megatronsetup.model.BringEvent;
import org.megatronsetup.words.Words;

/**
 * Says how far the bringing of wheels is: counted in one line on a terminal, else a line a file.
 */
final class BringPrinter {
  private static final String CLEAR = "\r\033[K";

  private final Terminal terminal;
  private final boolean json;
  private String shown = "";
  private boolean counting;

  BringPrinter(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  void event(BringEvent event) {
    if (json) {
      new JsonLines(terminal.out()).write(event);
      return;
    }
    switch (event) {
      case BringEvent.Moved moved -> moved(moved);
      case BringEvent.Checking(int count) -> {
        if (terminal.interactive()) {
          count(Words.count("cli.bring.checking", count));
        }
      }
      case BringEvent.ContactLost(String reason) -> say(Words.of("cli.bring.lost", reason));
      case BringEvent.ContactBack() -> say(Words.of("cli.contact.back"));
      case BringEvent.Done(int count, long total, long sent) ->
          say(sent == 0 ? Words.count("cli.bring.there", count) : done(count, Sizes.of(sent)));
    }
  }

  /** Ends a line that was being counted in. */
  void end() {
    if (counting) {
      terminal.err().println();
      counting = false;
    }
  }

  private void moved(BringEvent.Moved moved) {
    String head = Words.of("cli.bring.moving", moved.number(), moved.count(), moved.file());
    if (terminal.interactive()) {
      long percent = moved.total() == 0 ? 100 : moved.done() * 100 / moved.total();
      count(Words.of("cli.bring.percent", "%3d".formatted(percent), Sizes.of(moved.total()), head));
    } else if (!head.equals(shown)) {
      shown = head;
      say(head);
    }
  }

  private void count(String line) {
    terminal.err().print(CLEAR + line);
    terminal.err().flush();
    counting = true;
  }

  private void say(String line) {
    if (counting) {
      terminal.err().print(CLEAR);
      counting = false;
    }
    terminal.err().println(line);
    terminal.err().flush();
  }

  private static String done(int count, String sent) {
    return count == 1
        ? Words.of("cli.bring.done-one", sent)
        : Words.of("cli.bring.done-many", count, sent);
  }
}
