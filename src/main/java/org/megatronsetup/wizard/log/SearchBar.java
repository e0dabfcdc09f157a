package org.megatronsetup.wizard.log;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.megatronsetup.wizard.kit.SearchField;

/** The field to search in the log, how much was found, and the way from one to the next. */
final class SearchBar extends HBox {
  private final SearchField field;
  private final Label result = new Label();
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final Button previous;
  private final Button next;
  private final LogHost host;

  /**
   * @param sought hears what to look for, at each key
   * @param step hears true for the next, false for the one before
   */
  SearchBar(LogHost host, Consumer<String> sought, Consumer<Boolean> step) {
    this.host = host;
    getStyleClass().add("log-search");
    field = new SearchField(host.text("log.search"), host.text("search.clear"));
    field.getStyleClass().add("log-search-field");
    result.getStyleClass().add("log-search-result");
    result.setMinWidth(USE_PREF_SIZE);
    result.managedProperty().bind(searching);
    previous = button("\u25b2", "log.previous", () -> step.accept(false));
    next = button("\u25bc", "log.next", () -> step.accept(true));
    getChildren().addAll(field, previous, next, result);
    field.textProperty().addListener((property, old, text) -> sought.accept(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, step));
    nothingSought();
  }

  private Button button(String glyph, String key, Runnable action) {
    Button button = new Button(glyph);
    button.getStyleClass().addAll("log-search-step", "flat");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(host.text(key)));
    button.setAccessibleText(host.text(key));
    button.setOnAction(event -> action.run());
    return button;
  }

  private void pressed(KeyEvent event, Consumer<Boolean> step) {
    if (event.getCode() == KeyCode.ENTER) {
      step.accept(!event.isShiftDown());
      event.consume();
    }
  }

  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  void nothingSought() {
    show("", false);
  }

  void searching() {
    show(host.text("log.searching"), false);
  }

  /**
   * @param place of the selected line among those found, from 1; 0: it is none of them
   */
  void found(int place, int count) {
    if (count == 0) {
      show(host.text("log.found.none"), false);
    } else if (place == 0) {
      show(host.text(count == 1 ? "log.found.one" : "log.found.many", count), true);
    } else {
      show(host.text("log.found.place", place, count), true);
    }
  }

  /** Whether anything is sought. */
  ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  private void show(String text, boolean some) {
    searching.set(!text.isEmpty());
    result.setText(text);
    previous.setDisable(!some);
    next.setDisable(!some);
  }
}
