package org.megatronsetup.wizard.log;

import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.run.log.LineNumbers;
import org.megatronsetup.run.log.LogSearch;
import org.megatronsetup.run.log.LogStore;

/** Searches a log while it grows. All methods belong to the thread of the screen. */
final class Finder {
  private final Catchup catchup;
  private final Runnable changed;
  private boolean counted;
  private Optional<LogStore> store = Optional.empty();
  private Optional<LogSearch> search = Optional.empty();

  /**
   * @param changed runs when more is known
   */
  Finder(LogHost host, Runnable changed) {
    this.catchup = new Catchup(host, this::wentOver);
    this.changed = changed;
  }

  void in(Optional<LogStore> newStore) {
    store = newStore;
    look(search.map(LogSearch::text).orElse(""));
  }

  /** Starts over with a text; an empty one ends the search. */
  void look(String text) {
    counted = false;
    search = store.filter(s -> !text.isEmpty()).map(s -> new LogSearch(s, text));
    catchup.start(search);
    changed.run();
  }

  private void wentOver() {
    counted = true;
    changed.run();
  }

  /** Whether all lines have been looked at once; until then a count says little. */
  boolean hasCounted() {
    return counted;
  }

  /** What is sought, in lower case; empty: nothing. */
  String needle() {
    return search.map(s -> s.text().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** Looks at what is new in the log. */
  void refresh() {
    catchup.refresh();
  }

  /** The lines found so far; empty: nothing is sought. */
  Optional<LineNumbers> found() {
    return search.map(LogSearch::found);
  }
}
