package org.megatronsetup.wizard.kit;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.textfield.CustomTextField;

/** A field to search or filter with: a lens before the text, and a cross that empties it. */
public final class SearchField extends CustomTextField {
  private final Button clear = new Button(null, new Glyph("cross"));

  public SearchField() {
    getStyleClass().add("search-field");
    setLeft(new Glyph("lens"));
    clear.getStyleClass().addAll("flat", "search-clear");
    // the keyboard has Escape for it
    clear.setFocusTraversable(false);
    clear.setOnAction(event -> empty());
    clear.visibleProperty().bind(textProperty().isNotEmpty());
    setRight(clear);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            empty();
            event.consume();
          }
        });
  }

  /**
   * @param clearText what the cross does, for those who do not see it
   */
  public SearchField(String prompt, String clearText) {
    this();
    setPromptText(prompt);
    setAccessibleText(prompt);
    clear.setAccessibleText(clearText);
  }

  private void empty() {
    clear();
    requestFocus();
  }
}
