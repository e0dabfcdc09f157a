package org.megatronsetup.wizard.log;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import org.megatronsetup.run.log.LogSearch;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;

/**
 * Keeps a search up to date without holding up the screen: one job at a time reads the file, and
 * what has come meanwhile makes the next. All methods belong to the thread of the screen.
 */
final class Finder {
  private final LogHost host;
  private final Runnable changed;
  private Optional<LogStore> store = Optional.empty();
  private Optional<LogSearch> search = Optional.empty();
  private boolean busy;
  private boolean again;

  /**
   * @param changed runs when more is known
   */
  Finder(LogHost host, Runnable changed) {
    this.host = host;
    this.changed = changed;
  }

  void in(Optional<LogStore> newStore) {
    store = newStore;
    look(needle());
  }

  /** Starts over with a text; an empty one ends the search. */
  void look(String text) {
    search = store.filter(s -> !text.isEmpty()).map(s -> new LogSearch(s, text));
    refresh();
    changed.run();
  }

  /** What is sought, in lower case; empty: nothing. */
  String needle() {
    return search.map(s -> s.text().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** Looks at what is new in the log. */
  void refresh() {
    if (search.isEmpty()) {
      return;
    }
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    LogSearch mine = search.get();
    host.inBackground(
        () -> {
          try {
            mine.advance();
          } finally {
            Platform.runLater(() -> finished(mine));
          }
        });
  }

  private void finished(LogSearch mine) {
    busy = false;
    boolean stale = search.filter(s -> s == mine).isEmpty();
    if (again || stale) {
      refresh();
    }
    if (!stale) {
      changed.run();
    }
  }

  int count(Range range) {
    return search.map(s -> s.count(range)).orElse(0);
  }

  OptionalInt place(int line, Range range) {
    return search.map(s -> s.place(line, range)).orElse(OptionalInt.empty());
  }

  OptionalInt nearest(int line, boolean forward, Range range) {
    return search
        .map(s -> forward ? s.after(line, range) : s.before(line, range))
        .orElse(OptionalInt.empty());
  }
}
