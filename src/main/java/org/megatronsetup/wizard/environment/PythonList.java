package org.megatronsetup.wizard.environment;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Prose;

/** Interpreters to choose from; one that does not fit is greyed and says why. */
public final class PythonList extends VBox {
  private ToggleGroup group = new ToggleGroup();

  public PythonList() {
    getStyleClass().add("python-list");
  }

  /** Shows the rows, and keeps the chosen path and the marked row in step. */
  void connect(ObservableList<PythonRow> rows, StringProperty chosen) {
    InvalidationListener fill = changed -> fill(List.copyOf(rows), chosen);
    rows.addListener(fill);
    chosen.addListener((o, before, now) -> mark(now));
    fill.invalidated(rows);
  }

  private void fill(List<PythonRow> rows, StringProperty chosen) {
    group = new ToggleGroup();
    getChildren().setAll(rows.stream().map(row -> row(row, chosen)).toList());
    mark(chosen.get());
  }

  private Node row(PythonRow row, StringProperty chosen) {
    RadioButton button = new RadioButton(row.name());
    button.setToggleGroup(group);
    button.setUserData(row.path());
    button.setDisable(!row.selectable());
    button.setOnAction(event -> chosen.set(row.path()));
    button.setAccessibleText(String.join(", ", row.name(), row.path(), row.note()));
    if (row.path().isEmpty()) {
      return new VBox(button, new Prose(row.note(), "python-note"));
    }
    button.getStyleClass().add("column-python-name");
    VBox words =
        new VBox(new Prose(row.path(), "mono"), new Prose(row.note(), "muted", "small-text"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label kind = new Label(row.kind());
    kind.getStyleClass().addAll("muted", "column-python-kind");
    HBox line = new HBox(button, words, kind);
    line.getStyleClass().add("columns");
    if (!row.selectable()) {
      line.getStyleClass().add("unfit");
    }
    return line;
  }

  private void mark(String path) {
    group.selectToggle(
        group.getToggles().stream()
            .filter(toggle -> toggle.getUserData().equals(path))
            .findFirst()
            .orElse(null));
  }
}
