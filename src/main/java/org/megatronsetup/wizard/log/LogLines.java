package org.megatronsetup.wizard.log;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableListBase;
import org.megatronsetup.run.log.LogLine;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;

/**
 * Some consecutive lines of a store as a list that only grows, and only when told to: the screen
 * sees the log as it was at the last {@link #update()}.
 */
final class LogLines extends ObservableListBase<LogLine> {
  private final LogStore store;
  private final Supplier<Optional<Range>> range;
  private int from;
  private int size;
  private Optional<LogLine> unfinished = Optional.empty();

  private LogLines(LogStore store, Supplier<Optional<Range>> range) {
    this.store = store;
    this.range = range;
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
    int complete = store.completeLines();
    int newSize = Math.max(size, now.to() - from);
    int oldSize = size;
    beginChange();
    size = newSize;
    unfinished.ifPresent(line -> nextSet(oldSize - 1, line));
    if (newSize > oldSize) {
      nextAdd(oldSize, newSize);
    }
    boolean open = newSize > 0 && from + newSize > complete;
    unfinished = open ? Optional.of(get(newSize - 1)) : Optional.empty();
    endChange();
  }

  @Override
  public LogLine get(int row) {
    return store.line(from + row);
  }

  @Override
  public int size() {
    return size;
  }

  /** The lines of the store that are in the list. */
  Range range() {
    return new Range(from, from + size);
  }

  /** Where a line of the store is in this list; may be outside of it. */
  int row(int line) {
    return line - from;
  }
}
