package org.megatronsetup.wizard.log;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What keys, mouse and wheel do to the rows of a log. */
final class RowsInput {
  private static final double ACROSS = 40;

  private final LogRows rows;

  RowsInput(LogRows rows) {
    this.rows = rows;
    rows.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    rows.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clicked);
    rows.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaX() != 0) {
      rows.scrollAcross(-event.getDeltaX());
    }
    if (event.getDeltaY() != 0) {
      rows.scroll(-event.getDeltaY() / rows.rowHeight());
    }
    event.consume();
  }

  private void pressed(KeyEvent event) {
    int lead = rows.selection().lead();
    int page = (int) Math.max(1, Math.floor(rows.visibleRows()) - 1);
    switch (event.getCode()) {
      case UP -> go(lead < 0 ? rows.count() - 1 : lead - 1, event);
      case DOWN -> go(lead < 0 ? rows.count() - 1 : lead + 1, event);
      case PAGE_UP -> go((lead < 0 ? rows.count() - 1 : lead) - page, event);
      case PAGE_DOWN -> go((lead < 0 ? rows.count() - 1 : lead) + page, event);
      case HOME -> go(0, event);
      case END -> go(rows.count() - 1, event);
      case LEFT -> rows.scrollAcross(-ACROSS);
      case RIGHT -> rows.scrollAcross(ACROSS);
      case A -> {
        if (!event.isShortcutDown() || rows.count() == 0) {
          return;
        }
        rows.selection().selectAll(rows.count());
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void go(int row, KeyEvent event) {
    if (rows.count() > 0) {
      int there = Math.clamp(row, 0, rows.count() - 1);
      select(there, event.isShiftDown());
      rows.reveal(there);
    }
  }

  private void select(int row, boolean extend) {
    if (extend) {
      rows.selection().extendTo(row);
    } else {
      rows.selection().select(row);
    }
  }

  private void clicked(MouseEvent event) {
    rows.requestFocus();
    int row = rows.rowAt(event.getY());
    if (event.getButton() == MouseButton.PRIMARY && row >= 0 && row < rows.count()) {
      if (event.isShortcutDown()) {
        rows.selection().toggle(row);
      } else {
        select(row, event.isShiftDown());
      }
    }
  }

  /** Selects as far as the mouse goes; beyond the edge the rows move along. */
  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && rows.count() > 0) {
      int row = Math.clamp(rows.rowAt(event.getY()), 0, rows.count() - 1);
      rows.selection().extendTo(row);
      rows.reveal(row);
    }
  }
}
