package org.megatronsetup.wizard.target;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.flow.MountDraft;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** One folder of the host that a container is to see. */
final class MountRow extends VBox {
  private final Button choose;

  MountRow(MountDraft mount, Texts texts, Pickers pickers, Runnable remove) {
    TextField source = field(texts, "target.mount.source");
    source.setId("mountSource");
    source.textProperty().bindBidirectional(mount.sourceProperty());
    TextField inside = field(texts, "target.mount.target");
    inside.setId("mountTarget");
    inside.textProperty().bindBidirectional(mount.targetProperty());
    CheckBox readOnly = new CheckBox(texts.get("target.mount.read-only"));
    readOnly.setId("mountReadOnly");
    readOnly.setMinWidth(USE_PREF_SIZE);
    readOnly.selectedProperty().bindBidirectional(mount.readOnlyProperty());
    choose = button(texts.get("button.choose"), texts.get("target.mount.pick"));
    choose.setId("mountPick");
    choose.setOnAction(
        event ->
            pickers
                .folder(texts.get("target.mount.pick"))
                .ifPresent(folder -> mount.sourceProperty().set(folder.toString())));
    Button drop = button(texts.get("button.remove"), texts.get("target.mount.remove"));
    drop.setId("mountRemove");
    drop.getStyleClass().addAll("flat", "small");
    drop.setOnAction(event -> remove.run());
    getChildren().addAll(line(source, choose), line(new Label("→"), inside, readOnly, drop));
    getStyleClass().add("mount-row");
  }

  private static HBox line(Node... parts) {
    HBox line = new HBox(parts);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("field-row");
    return line;
  }

  private static TextField field(Texts texts, String key) {
    TextField field = new TextField();
    field.setPromptText(texts.get(key));
    field.setAccessibleText(texts.get(key));
    field.getStyleClass().add("mono");
    field.setPrefColumnCount(10);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private static Button button(String text, String what) {
    Button button = new Button(text);
    button.setAccessibleText(what);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** The system's dialog shows the folders of this computer alone. */
  void offersPicker(boolean here) {
    Rows.visible(choose, here);
  }
}
