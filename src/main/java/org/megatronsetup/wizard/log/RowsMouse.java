package org.megatronsetup.wizard.log;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/**
 * What mouse and wheel do to the rows of a log. From a press to a drag selects by characters, after
 * a double click by words, after a triple click by lines. While it goes on, the rows keep still.
 */
final class RowsMouse {
  private final LogRows rows;
  private final RowPlaces places;

  /** Rows move along while the mouse is dragged beyond an edge, even if it rests there. */
  private final Timeline along =
      new Timeline(new KeyFrame(Duration.millis(50), event -> moveAlong()));

  private int clicks;
  private double x;
  private double y;

  RowsMouse(LogRows rows, RowPlaces places) {
    this.rows = rows;
    this.places = places;
    along.setCycleCount(Animation.INDEFINITE);
    rows.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    rows.sheet().addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    rows.sheet().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    rows.sheet().addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaX() != 0) {
      rows.scrollAcross(-event.getDeltaX());
    }
    if (event.getDeltaY() != 0) {
      rows.scroll(-event.getDeltaY());
    }
    event.consume();
  }

  private void pressed(MouseEvent event) {
    rows.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    clicks = Math.clamp(event.getClickCount(), 1, 3);
    x = event.getX();
    y = event.getY();
    rows.viewport().hold(true);
    if (event.isShiftDown()) {
      places.between(x, y).ifPresent(rows.selection()::extendTo);
    } else {
      unit().ifPresent(rows.selection()::select);
    }
  }

  /** What one click more takes at the mouse: a place, a word, a line. */
  private Optional<Span> unit() {
    return switch (clicks) {
      case 1 -> places.between(x, y).map(place -> new Span(place, place));
      case 2 -> places.character(x, y).map(place -> word(place.line(), place.column()));
      default -> places.between(x, y).map(place -> line(place.line()));
    };
  }

  private Span word(int row, int column) {
    Words.Word word = Words.at(rows.text(row), column);
    return new Span(new Place(row, word.from()), new Place(row, word.to()));
  }

  private Span line(int row) {
    return new Span(new Place(row, 0), new Place(row, rows.text(row).length()));
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || rows.selection().caret().isEmpty()) {
      return;
    }
    x = event.getX();
    y = event.getY();
    if (beyond() == 0) {
      along.stop();
    } else {
      along.play();
    }
    extend();
  }

  private void extend() {
    unit().ifPresent(rows.selection()::extend);
  }

  /** How far the mouse is above the rows (below 0) or below them. */
  private double beyond() {
    return y < 0 ? y : Math.max(0, y - rows.sheet().getHeight());
  }

  private void moveAlong() {
    double least = Math.copySign(rows.rowHeight(), beyond());
    rows.scroll(least + beyond());
    rows.layout();
    extend();
  }

  private void released() {
    along.stop();
    rows.viewport().hold(false);
    rows.requestLayout();
  }
}
