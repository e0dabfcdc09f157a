package org.megatronsetup.wizard.log;

import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.megatronsetup.run.log.LogLevel;
import org.megatronsetup.run.log.LogLine;

/** A row of the log: a glyph for warnings and errors, then the line. */
final class LogCell extends ListCell<LogLine> {
  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Supplier<String> needle;
  private final Label glyph = new Label();
  private final LineNode content = new LineNode();
  private final HBox row = new HBox(glyph, content);
  private LogLine shown;
  private String shownNeedle = "";

  /**
   * @param needle what is searched for at the moment, in lower case
   */
  LogCell(Supplier<String> needle) {
    this.needle = needle;
    getStyleClass().add("log-cell");
    glyph.getStyleClass().add("log-glyph");
    row.getStyleClass().add("log-row");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  @Override
  protected void updateItem(LogLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    // each refresh takes every cell's item away and gives it back: draw only what is new
    if (!line.equals(shown) || !needle.get().equals(shownNeedle)) {
      draw(line);
    }
    setGraphic(row);
  }

  private void draw(LogLine line) {
    shown = line;
    shownNeedle = needle.get();
    content.show(line, shownNeedle);
    String mark =
        switch (line.level()) {
          case ERROR -> "\u2715";
          case WARNING -> "!";
          case PLAIN -> "";
        };
    if (!mark.equals(glyph.getText())) {
      glyph.setText(mark);
    }
    pseudoClassStateChanged(ERROR, line.level() == LogLevel.ERROR);
    pseudoClassStateChanged(WARNING, line.level() == LogLevel.WARNING);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && !isEmpty()) {
      return getItem().text();
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }
}
