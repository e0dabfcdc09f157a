package org.megatronsetup.wizard;

import java.util.function.Consumer;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.megatronsetup.wizard.kit.Confirm;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;

/** Asks in a dialog over the window. Enter and Escape both choose the harmless answer. */
final class ConfirmDialog implements Confirm {
  private final Texts texts;
  private final Consumer<Dialog<?>> dress;
  private final Window owner;

  ConfirmDialog(Texts texts, Consumer<Dialog<?>> dress, Window owner) {
    this.texts = texts;
    this.dress = dress;
    this.owner = owner;
  }

  @Override
  public boolean ask(String key) {
    return dialog(key)
        .showAndWait()
        .filter(pressed -> pressed.getButtonData() == ButtonBar.ButtonData.OTHER)
        .isPresent();
  }

  Dialog<ButtonType> dialog(String key) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(texts.get(key));
    DialogPane pane = dialog.getDialogPane();
    dress.accept(dialog);
    VBox content =
        new VBox(new Prose(texts.get(key), "strong"), new Prose(texts.get(key + ".text")));
    content.getStyleClass().add("dialog-body");
    pane.setContent(content);
    ButtonType yes = new ButtonType(texts.get(key + ".yes"), ButtonBar.ButtonData.OTHER);
    ButtonType no = new ButtonType(texts.get(key + ".no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().addAll(yes, no);
    pane.lookupButton(yes).setId("confirmYes");
    pane.lookupButton(no).setId("confirmNo");
    return dialog;
  }
}
