package org.megatronsetup.wizard.log;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.megatronsetup.run.log.LogLevel;
import org.megatronsetup.run.log.LogLine;

/** A row of the log: a glyph for warnings and errors, then the line. Draws only what is new. */
final class LogRow extends HBox {
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Label glyph = new Label();
  private final LineNode content = new LineNode();
  private LogLine line;
  private String needle = "";
  private int row = -1;
  private boolean selected;

  LogRow() {
    getStyleClass().add("log-row");
    glyph.getStyleClass().add("log-glyph");
    getChildren().addAll(glyph, content);
    setManaged(false);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  /**
   * @param sought what is searched for, in lower case; empty: nothing
   */
  void show(int newRow, LogLine newLine, String sought, boolean isSelected) {
    row = newRow;
    if (!newLine.equals(line) || !sought.equals(needle)) {
      line = newLine;
      needle = sought;
      draw();
    }
    if (selected != isSelected) {
      selected = isSelected;
      pseudoClassStateChanged(SELECTED, selected);
    }
  }

  private void draw() {
    content.show(line, needle);
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

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> line == null ? "" : line.text();
      case INDEX -> row;
      case SELECTED -> selected;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
