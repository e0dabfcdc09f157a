package org.megatronsetup.wizard.log;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.megatronsetup.run.log.Place;

/**
 * The rows of a log, of which only those in sight are nodes. What a refresh costs does not grow
 * with the log: JavaFX's own list goes through all its rows several times at each, which a million
 * lines make 35 ms. Rows have one height, or each its own when lines are wrapped.
 */
final class LogRows extends Region {
  private final LogHost host;
  private final Supplier<String> needle;
  private final Pane sheet = new Pane();
  private final Rectangle clip = new Rectangle();
  private final Text probe = new Text("Mg");
  private final RowNodes nodes = new RowNodes(sheet, this::draw);
  private final Viewport viewport = new Viewport(this::count, this::heightOf);
  private final TextSelection selection;
  private final LogBars bars;
  private final BooleanProperty wrap = new SimpleBooleanProperty();
  private final BooleanProperty times = new SimpleBooleanProperty();
  private Optional<LogLines> lines = Optional.empty();
  private double rowHeight = 20;
  private double widest;

  /**
   * @param needle what is searched for at the moment, in lower case
   * @param selected runs when another selection was made
   * @param marks stands beside the bar that scrolls
   */
  LogRows(LogHost host, Supplier<String> needle, Runnable selected, MarkStrip marks) {
    this.host = host;
    this.needle = needle;
    selection =
        new TextSelection(
            () -> {
              requestLayout();
              selected.run();
            });
    bars = new LogBars(viewport, marks, this::requestLayout);
    getStyleClass().add("log-list");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    probe.getStyleClass().add("log-text");
    probe.setVisible(false);
    sheet.getStyleClass().add("log-sheet");
    sheet.setClip(clip);
    sheet.getChildren().add(probe);
    getChildren().add(sheet);
    getChildren().addAll(bars.nodes());
    wrap.addListener((property, old, now) -> widthsChanged());
    times.addListener((property, old, now) -> widthsChanged());
    new RowsKeys(this);
    new RowsMouse(this, new RowPlaces(this, nodes));
    setMinWidth(100);
    setPrefWidth(600);
  }

  private void widthsChanged() {
    widest = 0;
    requestLayout();
  }

  void show(Optional<LogLines> some) {
    lines = some;
    widest = 0;
    nodes.keep(0, 0);
    selection.clear();
    follow();
  }

  Optional<LogLines> lines() {
    return lines;
  }

  int count() {
    return lines.map(LogLines::size).orElse(0);
  }

  /** The text of a row, as far as lines are shown. */
  String text(int row) {
    return lines.map(some -> some.get(row).text()).orElse("");
  }

  TextSelection selection() {
    return selection;
  }

  /** Whether lines go on below where they do not fit. */
  BooleanProperty wrapProperty() {
    return wrap;
  }

  /** Whether rows say when they arrived. */
  BooleanProperty timesProperty() {
    return times;
  }

  ReadOnlyBooleanProperty followingProperty() {
    return viewport.followingProperty();
  }

  Viewport viewport() {
    return viewport;
  }

  void follow() {
    viewport.follow();
    requestLayout();
  }

  /** Goes to the first row. */
  void toTop() {
    viewport.scrollTo(0);
    requestLayout();
  }

  /** Keeps what is in sight where it is. */
  void letGo() {
    viewport.letGo();
  }

  /** Moves down by a length because the person says so; at the end it follows again. */
  void scroll(double pixels) {
    viewport.scroll(pixels);
    requestLayout();
  }

  void scrollAcross(double pixels) {
    bars.scrollAcross(pixels);
  }

  /** Brings a row into sight; one that was far off, to the middle. */
  void reveal(int row) {
    viewport.reveal(row);
    requestLayout();
  }

  /** Brings a piece of a row into sight. */
  void reveal(int row, int from, int to) {
    reveal(row);
    layout();
    nodes.find(row).ifPresent(node -> bars.revealAcross(node.x(from), node.x(to)));
  }

  /** Height of a row that is not wrapped. */
  double rowHeight() {
    return rowHeight;
  }

  /** What the rows lie on. */
  Pane sheet() {
    return sheet;
  }

  /** After the last character; there are rows. */
  Place end() {
    int last = count() - 1;
    return new Place(last, text(last).length());
  }

  private void draw(LogRow node, int row) {
    LogLines some = lines.orElseThrow();
    node.show(row, some.get(row), needle.get());
    node.showTime(times.get(), times.get() ? some.arrived(row).map(host::time).orElse("") : "");
    node.select(RowSpan.of(selection.span(), row, some.get(row).text().length()));
  }

  private double textWidth() {
    return Math.max(1, getWidth() - 2 - bars.width());
  }

  private double heightOf(int row) {
    return wrap.get() ? nodes.at(row).height(textWidth()) : rowHeight;
  }

  @Override
  protected void layoutChildren() {
    double width = textWidth();
    rowHeight = Math.ceil(probe.getLayoutBounds().getHeight()) + 2 * LogRow.GAP;
    double height = getHeight() - 2 - bars.height(!wrap.get() && widest > width);
    viewport.fit(height);
    double y = viewport.firstY();
    int row = viewport.first();
    while (row < count() && y < height) {
      y += place(row, y, width);
      row++;
    }
    nodes.keep(viewport.first(), row);
    sheet.resizeRelocate(1, 1, width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    bars.place(width, height, count(), wrap.get() ? 0 : widest);
    if (bars.height(!wrap.get() && widest > width) != getHeight() - 2 - height) {
      requestLayout();
    }
  }

  /** Places the node of a row; returns its height. */
  private double place(int row, double y, double width) {
    LogRow node = nodes.at(row);
    double height = heightOf(row);
    double own = wrap.get() ? width : Math.max(width, node.width());
    widest = Math.max(widest, own);
    node.setVisible(true);
    node.resizeRelocate(
        wrap.get() ? 0 : -bars.across(),
        Math.rint(y),
        wrap.get() ? width : Math.max(widest, own),
        height);
    return height;
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
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> count();
      case ITEM_AT_INDEX -> nodes.find((Integer) parameters[0]).orElse(null);
      case FOCUS_ITEM -> selection.caret().flatMap(caret -> nodes.find(caret.line())).orElse(null);
      case MULTIPLE_SELECTION -> true;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
