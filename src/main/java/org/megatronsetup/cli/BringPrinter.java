package org.megatronsetup.cli;

import org.megatronsetup.model.BringEvent;

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
          count("Checking %s there …".formatted(files(count)));
        }
      }
      case BringEvent.ContactLost(String reason) ->
          say("Contact lost: " + reason + ". Calling again; what came over stays there …");
      case BringEvent.ContactBack() -> say("In contact again.");
      case BringEvent.Done(int count, long total, long sent) ->
          say(
              sent == 0
                  ? "%s there already, with the right sums.".formatted(are(count))
                  : "%s there, with the right sums; %s were sent."
                      .formatted(are(count), Sizes.of(sent)));
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
    String head = "Bringing %d of %d: %s".formatted(moved.number(), moved.count(), moved.file());
    if (terminal.interactive()) {
      long percent = moved.total() == 0 ? 100 : moved.done() * 100 / moved.total();
      count("%3d %% of %s  %s".formatted(percent, Sizes.of(moved.total()), head));
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

  private static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }

  private static String are(int count) {
    return count == 1 ? "The file is" : "All " + count + " files are";
  }
}
