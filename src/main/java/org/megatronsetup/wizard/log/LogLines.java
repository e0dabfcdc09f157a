package org.megatronsetup.wizard.log;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.megatronsetup.run.log.LogExcerpt;
import org.megatronsetup.run.log.LogLine;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/**
 * Some consecutive lines of a store as rows that only become more, and only when told to: the
 * screen sees the log as it was at the last {@link #update()}.
 */
final class LogLines {
  private final LogStore store;
  private final Supplier<Optional<Range>> range;
  private int from;
  private int size;

  private LogLines(LogStore store, Supplier<Optional<Range>> range) {
    this.store = store;
    this.range = range;
    update();
  }

  static LogLines all(LogStore store) {
    return new LogLines(store, () -> Optional.of(new Range(0, store.lineCount())));
  }

  static LogLines of(LogStore store, String step) {
    return new LogLines(store, () -> store.step(step));
  }

  /** Takes in what came since. */
  void update() {
    Range now = range.get().orElse(new Range(from, from));
    if (size == 0) {
      from = now.from();
    }
    size = Math.max(size, now.to() - from);
  }

  LogLine get(int row) {
    return store.line(from + row);
  }

  /** When a row arrived; empty: nobody knows. */
  Optional<Instant> arrived(int row) {
    return store.arrived(from + row);
  }

  /** The text between two places of rows, to be read off the thread of the screen. */
  LogExcerpt excerpt(Span span) {
    return new LogExcerpt(store, place(span.from()), place(span.to()));
  }

  private Place place(Place inRows) {
    return new Place(from + inRows.line(), inRows.column());
  }

  int size() {
    return size;
  }

  /** The lines of the store that are in here. */
  Range range() {
    return new Range(from, from + size);
  }

  /** Where a line of the store is in here; may be outside. */
  int row(int line) {
    return line - from;
  }
}
