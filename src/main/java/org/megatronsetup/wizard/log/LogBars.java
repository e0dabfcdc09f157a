package org.megatronsetup.wizard.log;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;

/** The bars that move the rows of a log down and across, and the marks beside the first. */
final class LogBars {
  private static final double ACROSS_STEP = 40;

  private final Viewport viewport;
  private final MarkStrip marks;
  private final Runnable moved;
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private boolean placing;

  /**
   * @param moved runs when the person has moved one
   */
  LogBars(Viewport viewport, MarkStrip marks, Runnable moved) {
    this.viewport = viewport;
    this.marks = marks;
    this.moved = moved;
    down.setOrientation(Orientation.VERTICAL);
    down.valueProperty().addListener((property, old, value) -> dragged(value.doubleValue()));
    across.valueProperty().addListener((property, old, value) -> moved.run());
    across.setVisible(false);
  }

  List<Node> nodes() {
    return List.of(down, marks, across);
  }

  private void dragged(double value) {
    if (placing) {
      return;
    }
    if (value >= down.getMax()) {
      viewport.follow();
    } else {
      viewport.scrollTo(value);
    }
    moved.run();
  }

  void scrollAcross(double pixels) {
    across.setValue(Math.clamp(across.getValue() + pixels, 0, across.getMax()));
  }

  /** Moves across until a piece is in sight: to the left edge if that does, else least. */
  void revealAcross(double from, double to) {
    double width = across.getWidth();
    double value = across.getValue();
    if (to + ACROSS_STEP <= width) {
      value = 0;
    } else if (to + ACROSS_STEP > value + width) {
      value = to + ACROSS_STEP - width;
    } else if (from - ACROSS_STEP < value) {
      value = from - ACROSS_STEP;
    }
    across.setValue(Math.clamp(value, 0, across.getMax()));
  }

  /** How far the rows have moved across. */
  double across() {
    return across.getValue();
  }

  /** What the bar and the marks take of the width. */
  double width() {
    return down.prefWidth(-1) + MarkStrip.WIDTH;
  }

  /** What the bar across takes of the height. */
  double height(boolean shown) {
    return shown ? across.prefHeight(-1) : 0;
  }

  /**
   * Places them around the rows.
   *
   * @param widest of the rows in pixels; 0: they are wrapped
   */
  void place(double width, double height, int count, double widest) {
    placing = true;
    double inSight = viewport.inSight();
    boolean all = inSight >= count - 1e-6;
    down.setVisible(!all);
    marks.setVisible(!all);
    down.setMax(Math.max(count - inSight, 1e-9));
    down.setVisibleAmount(inSight / Math.max(1, count) * down.getMax());
    down.setUnitIncrement(3);
    down.setBlockIncrement(Math.max(1, Math.floor(inSight)));
    boolean atEnd = viewport.followingProperty().get();
    down.setValue(atEnd ? down.getMax() : Math.min(viewport.position(), down.getMax()));
    marks.resizeRelocate(1 + width, 1, MarkStrip.WIDTH, height);
    down.resizeRelocate(1 + width + MarkStrip.WIDTH, 1, down.prefWidth(-1), height);
    across.setVisible(widest > width);
    across.setMax(Math.max(widest - width, 1e-9));
    across.setVisibleAmount(width / Math.max(1, widest) * across.getMax());
    across.setUnitIncrement(ACROSS_STEP);
    across.setBlockIncrement(width / 2);
    across.setValue(Math.min(across.getValue(), across.getMax()));
    across.resizeRelocate(1, 1 + height, width, across.prefHeight(-1));
    placing = false;
  }
}
