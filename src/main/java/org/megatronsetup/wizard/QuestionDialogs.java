package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog.Prompt;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;

/** Makes the dialogs of a connection. Escape declines; only on the thread of the screen. */
final class QuestionDialogs {
  private final Texts texts;
  private final Consumer<Dialog<?>> dress;
  private final Window owner;

  QuestionDialogs(Texts texts, Consumer<Dialog<?>> dress, Window owner) {
    this.texts = texts;
    this.dress = dress;
    this.owner = owner;
  }

  /** Enter, too, declines: whoever accepts has compared. */
  Dialog<Boolean> hostKey(Hop hop, String type, String fingerprint) {
    TextField shown = new TextField(fingerprint);
    shown.setId("fingerprint");
    shown.setEditable(false);
    shown.getStyleClass().add("mono");
    Label label = new Label(texts.get("ask.host-key.fingerprint", type));
    label.setLabelFor(shown);
    Dialog<Boolean> dialog =
        dialog(
            texts.get("ask.host-key", hop.shown()),
            List.of(
                new Prose(texts.get("ask.host-key.text")),
                field(label, shown),
                new Prose(
                    texts.get("ask.host-key.how", hop.shown(), type.toLowerCase(Locale.ROOT)),
                    "muted")));
    ButtonType accept = new ButtonType(texts.get("ask.host-key.yes"), ButtonData.OTHER);
    ButtonType decline = new ButtonType(texts.get("ask.host-key.no"), ButtonData.CANCEL_CLOSE);
    buttons(dialog, accept, decline);
    ((Button) dialog.getDialogPane().lookupButton(decline)).setDefaultButton(true);
    dialog.setResultConverter(pressed -> pressed == accept);
    return dialog;
  }

  Dialog<char[]> secret(String question, String text) {
    PasswordField typed = new PasswordField();
    typed.setId("secret");
    typed.setAccessibleText(question);
    Dialog<char[]> dialog = dialog(question, List.of(typed, new Prose(text, "muted")));
    signIn(dialog, List.of(typed), () -> take(typed));
    return dialog;
  }

  Dialog<List<char[]>> answers(Hop hop, String words, List<Prompt> prompts) {
    List<Node> content = new ArrayList<>();
    List<TextField> fields = new ArrayList<>();
    if (!words.isEmpty()) {
      content.add(new Prose(words));
    }
    for (Prompt prompt : prompts) {
      TextField typed = prompt.echo() ? new TextField() : new PasswordField();
      typed.setId("answer-" + fields.size());
      Label label = new Label(prompt.text().strip());
      label.setLabelFor(typed);
      fields.add(typed);
      content.add(field(label, typed));
    }
    content.add(new Prose(texts.get("ask.answers.text"), "muted"));
    Dialog<List<char[]>> dialog = dialog(texts.get("ask.answers", hop.shown()), content);
    signIn(dialog, fields, () -> fields.stream().map(QuestionDialogs::take).toList());
    return dialog;
  }

  private static VBox field(Label label, Node typed) {
    VBox field = new VBox(label, typed);
    field.getStyleClass().add("field");
    return field;
  }

  /** The characters one by one, so that they never become a string of ours. */
  private static char[] take(TextField field) {
    CharSequence typed = field.getCharacters();
    char[] taken = new char[typed.length()];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = typed.charAt(i);
    }
    field.clear();
    return taken;
  }

  private <T> Dialog<T> dialog(String question, List<? extends Node> content) {
    Dialog<T> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("window.title"));
    dress.accept(dialog);
    VBox body = new VBox(new Prose(question, "strong"));
    body.getChildren().addAll(content);
    body.getStyleClass().add("dialog-body");
    dialog.getDialogPane().setContent(body);
    return dialog;
  }

  private <T> void signIn(Dialog<T> dialog, List<? extends TextField> fields, Supplier<T> taken) {
    ButtonType yes = new ButtonType(texts.get("ask.yes"), ButtonData.OK_DONE);
    ButtonType no = new ButtonType(texts.get("ask.no"), ButtonData.CANCEL_CLOSE);
    buttons(dialog, yes, no);
    dialog.setResultConverter(
        pressed -> {
          if (pressed == yes) {
            return taken.get();
          }
          fields.forEach(TextField::clear);
          return null;
        });
    dialog.setOnShown(event -> Platform.runLater(fields.getFirst()::requestFocus));
  }

  private static void buttons(Dialog<?> dialog, ButtonType yes, ButtonType no) {
    dialog.getDialogPane().getButtonTypes().addAll(yes, no);
    dialog.getDialogPane().lookupButton(yes).setId("answerYes");
    dialog.getDialogPane().lookupButton(no).setId("answerNo");
  }
}
