package org.megatronsetup.wizard.log;

import java.util.Optional;
import java.util.OptionalInt;
import org.megatronsetup.run.log.LogLevels;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;

/**
 * Knows the warnings and the errors of a log while it grows. Belongs to the thread of the screen.
 */
final class LogMarks {
  private final Catchup catchup;
  private Optional<LogLevels> levels = Optional.empty();

  /**
   * @param changed runs when more is known
   */
  LogMarks(LogHost host, Runnable changed) {
    catchup = new Catchup(host, changed);
  }

  void in(Optional<LogStore> store) {
    levels = store.map(LogLevels::new);
    catchup.start(levels);
  }

  /** Looks at what is new in the log. */
  void refresh() {
    catchup.refresh();
  }

  Optional<LogLevels> levels() {
    return levels;
  }

  /** The next warning or error in a range after a line, or before it, round the end. */
  OptionalInt next(int line, boolean forward, Range range) {
    if (levels.isEmpty()) {
      return OptionalInt.empty();
    }
    LogLevels all = levels.get();
    OptionalInt error =
        forward ? all.errors().after(line, range) : all.errors().before(line, range);
    OptionalInt warning =
        forward ? all.warnings().after(line, range) : all.warnings().before(line, range);
    if (error.isEmpty() || warning.isEmpty()) {
      return error.isPresent() ? error : warning;
    }
    boolean errorIsNearer =
        distance(line, error.getAsInt(), forward, range)
            <= distance(line, warning.getAsInt(), forward, range);
    return errorIsNearer ? error : warning;
  }

  /** How many lines on, round the end; at least one. */
  private static int distance(int from, int to, boolean forward, Range range) {
    int size = range.to() - range.from();
    return Math.floorMod(forward ? to - from - 1 : from - to - 1, Math.max(1, size));
  }
}
