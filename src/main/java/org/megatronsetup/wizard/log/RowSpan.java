package org.megatronsetup.wizard.log;

import java.util.Optional;
import org.megatronsetup.wizard.log.TextSelection.Span;

/**
 * What is selected of one row.
 *
 * @param from the first column
 * @param to after the last column
 * @param through whether it goes on in the next row
 */
record RowSpan(int from, int to, boolean through) {
  static final RowSpan NONE = new RowSpan(0, 0, false);

  /**
   * @param length columns of the row
   */
  static RowSpan of(Optional<Span> selected, int row, int length) {
    if (selected.isEmpty()) {
      return NONE;
    }
    Span span = selected.get();
    if (row < span.from().line() || row > span.to().line()) {
      return NONE;
    }
    int from = row == span.from().line() ? Math.min(span.from().column(), length) : 0;
    boolean through = row < span.to().line();
    return new RowSpan(from, through ? length : Math.min(span.to().column(), length), through);
  }

  /** Whether any column from one to before another is selected. */
  boolean touches(int first, int end) {
    return first < to && from < end;
  }

  boolean isEmpty() {
    return from >= to && !through;
  }
}
