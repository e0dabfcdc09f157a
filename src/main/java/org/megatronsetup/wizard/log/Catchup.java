package org.megatronsetup.wizard.log;

import java.util.Optional;
import javafx.application.Platform;
import org.megatronsetup.run.log.LogSweep;

/**
 * Keeps what is known of a log up to date without holding up the screen: one job at a time reads
 * the file, and what has come meanwhile makes the next. All methods belong to the thread of the
 * screen.
 */
final class Catchup {
  private final LogHost host;
  private final Runnable changed;
  private Optional<? extends LogSweep> sweep = Optional.empty();
  private boolean busy;
  private boolean again;

  /**
   * @param changed runs when more is known
   */
  Catchup(LogHost host, Runnable changed) {
    this.host = host;
    this.changed = changed;
  }

  /** Starts over with another sweep; empty: none. */
  void start(Optional<? extends LogSweep> another) {
    sweep.ifPresent(LogSweep::stop);
    sweep = another;
    refresh();
  }

  /** Looks at what is new in the log. */
  void refresh() {
    if (sweep.isEmpty()) {
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    LogSweep mine = sweep.get();
    host.inBackground(
        () -> {
          try {
            mine.advance();
          } finally {
            Platform.runLater(() -> finished(mine));
          }
        });
  }

  private void finished(LogSweep mine) {
    busy = false;
    boolean stale = sweep.filter(mine::equals).isEmpty();
    if (again || stale) {
      refresh();
    }
    if (!stale) {
      changed.run();
    }
  }
}
