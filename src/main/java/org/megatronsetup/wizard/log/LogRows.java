package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * Rows of one height, of which only those in sight are nodes. What a refresh costs does not grow
 * with the log: JavaFX's own list goes through all its rows several times at each, which a million
 * lines make 35 ms. The end is kept in sight until the person moves away from it, and again once
 * they are back there.
 */
final class LogRows extends Region {
  /** Above and below the text. */
  private static final double GAP = 4;

  private final Pane sheet = new Pane();
  private final Rectangle clip = new Rectangle();
  private final Text probe = new Text("Mg");
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final List<LogRow> nodes = new ArrayList<>();
  private final RowSelection selection;
  private final Supplier<String> needle;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private Optional<LogLines> lines = Optional.empty();
  private double rowHeight = 20;
  private double top;
  private double widest;
  private boolean layingOut;

  /**
   * @param needle what is searched for at the moment, in lower case
   * @param selected runs when another selection was made
   */
  LogRows(Supplier<String> needle, Runnable selected) {
    this.needle = needle;
    selection =
        new RowSelection(
            () -> {
              requestLayout();
              selected.run();
            });
    getStyleClass().add("log-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    probe.getStyleClass().add("log-text");
    probe.setVisible(false);
    sheet.setClip(clip);
    sheet.getChildren().add(probe);
    down.setOrientation(Orientation.VERTICAL);
    down.valueProperty().addListener((property, old, value) -> dragged(value.doubleValue()));
    across.valueProperty().addListener((property, old, value) -> requestLayout());
    getChildren().addAll(sheet, down, across);
    new RowsInput(this);
  }

  void show(Optional<LogLines> some) {
    lines = some;
    top = 0;
    widest = 0;
    selection.clear();
    follow();
  }

  Optional<LogLines> lines() {
    return lines;
  }

  int count() {
    return lines.map(LogLines::size).orElse(0);
  }

  RowSelection selection() {
    return selection;
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  void follow() {
    following.set(true);
    requestLayout();
  }

  /** Moves by some rows because the person says so; at the end it follows again. */
  void scroll(double rows) {
    scrollTo((following.get() ? last() : top) + rows);
  }

  private void scrollTo(double row) {
    top = Math.clamp(row, 0, last());
    // a thousandth of a row is less than a pixel
    following.set(top > last() - 0.001);
    requestLayout();
  }

  void scrollAcross(double pixels) {
    across.setValue(Math.clamp(across.getValue() + pixels, 0, across.getMax()));
  }

  private void dragged(double value) {
    if (!layingOut) {
      scrollTo(value);
    }
  }

  /** Brings a row into sight; one that was far off, to the middle. */
  void reveal(int row) {
    double first = following.get() ? last() : top;
    double whole = Math.floor(visibleRows());
    if (row < first || row + 1 > first + visibleRows()) {
      boolean near = row >= first - 1.001 && row <= first + visibleRows() + 1;
      double above = row < first ? 0 : whole - 1;
      scrollTo(row - (near ? above : Math.floor(whole / 2)));
    } else if (row < count() - 1) {
      scrollTo(first);
    }
  }

  /** Keeps what is in sight where it is. */
  void letGo() {
    top = following.get() ? last() : top;
    following.set(false);
  }

  double visibleRows() {
    return Math.max(1, (getHeight() - acrossHeight() - 2) / rowHeight);
  }

  private double acrossHeight() {
    return across.isVisible() ? across.prefHeight(-1) : 0;
  }

  /** The top row at the end. */
  private double last() {
    return Math.max(0, count() - visibleRows());
  }

  /** The row at a height of the control; may be beyond the last. */
  int rowAt(double y) {
    return (int) Math.floor(top + (y - 1) / rowHeight);
  }

  double rowHeight() {
    return rowHeight;
  }

  @Override
  protected void layoutChildren() {
    layingOut = true;
    double width = getWidth() - 2 - down.prefWidth(-1);
    rowHeight = Math.ceil(probe.getLayoutBounds().getHeight()) + GAP;
    across.setVisible(widest > width);
    double height = getHeight() - 2 - acrossHeight();
    top = following.get() ? last() : Math.clamp(top, 0, last());
    int shown = Math.min(count(), (int) Math.ceil(visibleRows()) + 1);
    takeNodes(shown);
    int first = (int) Math.floor(top);
    double rowWidth = Math.max(width, widest);
    for (int row = first; row < first + nodes.size(); row++) {
      // a line keeps its node while it is in sight, so scrolling draws only what is new
      LogRow node = nodes.get(row % nodes.size());
      node.setVisible(row < count());
      if (row < count()) {
        node.show(row, lines.orElseThrow().get(row), needle.get(), selection.contains(row));
        widest = Math.max(widest, node.prefWidth(-1));
        node.resizeRelocate(
            -across.getValue(), Math.rint((row - top) * rowHeight), rowWidth, rowHeight);
      }
    }
    sheet.resizeRelocate(1, 1, width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    placeBars(width, height);
    layingOut = false;
  }

  private void takeNodes(int wanted) {
    while (nodes.size() < wanted) {
      LogRow node = new LogRow();
      nodes.add(node);
      sheet.getChildren().add(node);
    }
    while (nodes.size() > wanted) {
      sheet.getChildren().remove(nodes.removeLast());
    }
  }

  private void placeBars(double width, double height) {
    down.setVisible(last() > 0);
    down.setMax(Math.max(last(), 1e-9));
    down.setVisibleAmount(visibleRows() / Math.max(1, count()) * last());
    down.setUnitIncrement(3);
    down.setBlockIncrement(Math.floor(visibleRows()));
    down.setValue(top);
    down.resizeRelocate(1 + width, 1, down.prefWidth(-1), height);
    across.setMax(Math.max(widest - width, 1e-9));
    across.setVisibleAmount(width / Math.max(1, widest) * across.getMax());
    across.setUnitIncrement(40);
    across.setBlockIncrement(width / 2);
    across.setValue(Math.min(across.getValue(), across.getMax()));
    across.resizeRelocate(1, 1 + height, width, across.prefHeight(-1));
    if (widest > width != across.isVisible()) {
      requestLayout();
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    return 12 * rowHeight;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 3 * rowHeight;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 100;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> count();
      case ITEM_AT_INDEX -> node((Integer) parameters[0]).orElse(null);
      case FOCUS_ITEM -> node(selection.lead()).orElse(null);
      case MULTIPLE_SELECTION -> true;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private Optional<LogRow> node(int row) {
    return nodes.stream().filter(node -> node.isVisible() && node.row() == row).findFirst();
  }
}
