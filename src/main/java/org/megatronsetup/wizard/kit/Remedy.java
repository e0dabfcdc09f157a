package org.megatronsetup.wizard.kit;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What can be done, as a command to copy or as a sentence, with its button to copy it too. */
public final class Remedy {
  private Remedy() {}

  public static Node of(String remedy, Kit kit, Clip clip) {
    if (!sentence(remedy)) {
      return new CommandBox(kit, clip, remedy);
    }
    Prose text = new Prose(remedy);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(text, new CopyButton(kit, clip, () -> remedy));
    row.getStyleClass().add("remedy-row");
    return row;
  }

  private static boolean sentence(String text) {
    return text.stripTrailing().endsWith(".") || text.contains(". ") || text.contains(": ");
  }
}
