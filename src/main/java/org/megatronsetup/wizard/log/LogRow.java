package org.megatronsetup.wizard.log;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.megatronsetup.run.log.LogLevel;
import org.megatronsetup.run.log.LogLine;

/**
 * A row of the log: when it arrived, if one wants to know; a glyph for warnings and errors; then
 * the line. Draws only what is new.
 */
final class LogRow extends Region {
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  /** Above the text, below it and at its end. */
  static final double GAP = 2;

  /** Widths of columns, as many times the size of the letters. */
  private static final double GLYPH = 1.7;

  private static final double TIME = 5.6;

  private final Label time = new Label();
  private final Label glyph = new Label();
  private final LineNode content = new LineNode();
  private LogLine line = new LogLine(-1, "", List.of(), LogLevel.PLAIN, false);
  private String needle = "";
  private RowSpan selection = RowSpan.NONE;
  private int row = -1;

  LogRow() {
    getStyleClass().add("log-row");
    time.getStyleClass().addAll("log-time");
    time.setVisible(false);
    glyph.getStyleClass().add("log-mark");
    getChildren().addAll(time, glyph, content);
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * @param sought what is searched for, in lower case; empty: nothing
   */
  void show(int newRow, LogLine newLine, String sought) {
    row = newRow;
    if (!newLine.equals(line) || !sought.equals(needle)) {
      line = newLine;
      needle = sought;
      draw();
    }
  }

  /**
   * @param arrived in words; empty: nobody knows
   */
  void showTime(boolean shown, String arrived) {
    if (time.isVisible() != shown) {
      time.setVisible(shown);
      requestLayout();
    }
    time.setText(arrived);
  }

  void select(RowSpan selected) {
    if (!selected.equals(selection)) {
      selection = selected;
      content.select(selected);
    }
  }

  private void draw() {
    content.show(line, needle);
    requestLayout();
    String mark =
        switch (line.level()) {
          case ERROR -> "\u2715";
          case WARNING -> "!";
          case PLAIN -> "";
        };
    if (!mark.equals(glyph.getText())) {
      glyph.setText(mark);
      pseudoClassStateChanged(ERROR, line.level() == LogLevel.ERROR);
      pseudoClassStateChanged(WARNING, line.level() == LogLevel.WARNING);
    }
  }

  /** Number of the row that it shows. */
  int row() {
    return row;
  }

  private double textX() {
    return (time.isVisible() ? wide(TIME) : 0) + wide(GLYPH);
  }

  private double wide(double letters) {
    return Math.rint(letters * glyph.getFont().getSize());
  }

  /** How wide it is on one line. */
  double width() {
    return textX() + Math.ceil(content.prefWidth(-1)) + GAP;
  }

  /** How high it is, wrapped to a width. */
  double height(double width) {
    return Math.ceil(content.prefHeight(Math.max(1, width - textX() - GAP))) + 2 * GAP;
  }

  /** Where a column is, from the left. */
  double x(int column) {
    return textX() + content.x(column);
  }

  /** The column nearest to a point. */
  int column(double x, double y) {
    return content.column(x - textX(), y - GAP);
  }

  /** The column of the character nearest to a point. */
  int character(double x, double y) {
    return content.character(x - textX(), y - GAP);
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(
        textX(), GAP, Math.max(1, getWidth() - textX() - GAP), getHeight() - 2 * GAP);
    double baseline = GAP + content.getBaselineOffset();
    place(glyph, textX() - wide(GLYPH), wide(GLYPH), baseline);
    place(time, 0, wide(TIME), baseline);
  }

  private static void place(Label label, double x, double width, double baseline) {
    if (label.isVisible()) {
      label.resizeRelocate(x, baseline - label.getBaselineOffset(), width, label.prefHeight(width));
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> (time.isVisible() ? time.getText() + " " : "") + line.text();
      case INDEX -> row;
      case SELECTED -> !selection.isEmpty();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
