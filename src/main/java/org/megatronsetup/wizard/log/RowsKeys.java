package org.megatronsetup.wizard.log;

import javafx.scene.input.KeyEvent;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/** What keys do to the rows of a log: alone they move what is in sight, with Shift they select. */
final class RowsKeys {
  private static final double ACROSS = 40;

  private final LogRows rows;

  RowsKeys(LogRows rows) {
    this.rows = rows;
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (rows.count() > 0 && (event.isShiftDown() ? select(event) : move(event))) {
      event.consume();
    }
  }

  private boolean move(KeyEvent event) {
    double row = rows.rowHeight();
    switch (event.getCode()) {
      case UP -> rows.scroll(-row);
      case DOWN -> rows.scroll(row);
      case PAGE_UP -> rows.scroll(-page() * row);
      case PAGE_DOWN -> rows.scroll(page() * row);
      case HOME -> rows.toTop();
      case END -> rows.follow();
      case LEFT -> rows.scrollAcross(-ACROSS);
      case RIGHT -> rows.scrollAcross(ACROSS);
      case ESCAPE -> {
        if (rows.selection().caret().isEmpty()) {
          return false;
        }
        rows.selection().clear();
      }
      case A -> {
        if (!event.isShortcutDown()) {
          return false;
        }
        rows.selection().select(new Span(new Place(0, 0), rows.end()));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private int page() {
    return (int) Math.max(1, Math.floor(rows.viewport().inSight()) - 1);
  }

  /** Begins where one clicked last, or else at the first row in sight. */
  private boolean select(KeyEvent event) {
    Place first = new Place(rows.viewport().first(), 0);
    Place from = rows.selection().caret().orElse(first);
    int length = rows.text(from.line()).length();
    Place to;
    switch (event.getCode()) {
      case LEFT -> to = left(from);
      case RIGHT -> to = right(from, length);
      case UP -> to = down(from, -1);
      case DOWN -> to = down(from, 1);
      case PAGE_UP -> to = down(from, -page());
      case PAGE_DOWN -> to = down(from, page());
      case HOME -> to = event.isShortcutDown() ? new Place(0, 0) : new Place(from.line(), 0);
      case END -> to = event.isShortcutDown() ? rows.end() : new Place(from.line(), length);
      default -> {
        return false;
      }
    }
    if (rows.selection().caret().isEmpty()) {
      rows.selection().put(first);
    }
    rows.selection().extendTo(to);
    rows.reveal(to.line(), to.column(), to.column());
    return true;
  }

  private Place left(Place from) {
    if (from.column() > 0) {
      String text = rows.text(from.line());
      int column = Math.min(from.column(), text.length());
      return new Place(from.line(), text.offsetByCodePoints(column, column == 0 ? 0 : -1));
    }
    int before = from.line() - 1;
    return before < 0 ? from : new Place(before, rows.text(before).length());
  }

  private Place right(Place from, int length) {
    if (from.column() < length) {
      String text = rows.text(from.line());
      return new Place(from.line(), text.offsetByCodePoints(from.column(), 1));
    }
    return from.line() + 1 < rows.count() ? new Place(from.line() + 1, 0) : from;
  }

  /** The same column so many rows below; beyond the first and the last row to their ends. */
  private Place down(Place from, int by) {
    int row = from.line() + by;
    if (row < 0) {
      return new Place(0, 0);
    }
    return row >= rows.count() ? rows.end() : new Place(row, from.column());
  }
}
