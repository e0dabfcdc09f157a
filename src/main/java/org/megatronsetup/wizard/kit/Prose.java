package org.megatronsetup.wizard.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text that wraps and is always shown whole; takes no room while it is empty. */
public final class Prose extends Label {

  public Prose() {
    this("");
  }

  public Prose(String text, String... styles) {
    setWrapText(true);
    setMinHeight(Region.USE_PREF_SIZE);
    getStyleClass().add("prose");
    getStyleClass().addAll(styles);
    managedProperty().bind(textProperty().isNotEmpty());
    visibleProperty().bind(managedProperty());
    setText(text);
  }
}
