package org.megatronsetup.wizard.kit;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Commands as they run, with a button that copies them. */
public final class CommandBox extends HBox {

  public CommandBox(Kit kit, Clip clip, String commands) {
    this(kit, clip, new ReadOnlyStringWrapper(commands));
  }

  /** Commands that change while one looks at them. */
  public CommandBox(Kit kit, Clip clip, ObservableStringValue commands) {
    getStyleClass().add("command-box");
    setAlignment(Pos.TOP_LEFT);
    Prose text = new Prose("", "mono");
    text.textProperty().bind(commands.map(String::stripTrailing));
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    CopyButton copy = new CopyButton(kit, clip, commands::get);
    copy.setAccessibleText(kit.texts().get("button.copy.command"));
    getChildren().addAll(text, copy);
  }
}
