package org.megatronsetup.wizard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Failures;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;

/** Shows what nobody expected: an id to quote, the details, a button that copies them. */
final class FailureDialog implements Failures {
  private static final System.Logger LOG = System.getLogger(FailureDialog.class.getName());

  private final Texts texts;
  private final Clip clip;
  private final Consumer<Dialog<?>> dress;
  private final Window owner;
  private final Executor screen;

  FailureDialog(Texts texts, Clip clip, Consumer<Dialog<?>> dress, Window owner, Executor screen) {
    this.texts = texts;
    this.clip = clip;
    this.dress = dress;
    this.owner = owner;
    this.screen = screen;
  }

  @Override
  public Problem report(Throwable failure) {
    String details = details(failure);
    String id = id(details);
    LOG.log(System.Logger.Level.ERROR, id, failure);
    screen.execute(() -> dialog(id, details).show());
    return Problem.answers(
        "unexpected",
        "",
        texts.get("failure.sentence", id),
        String.valueOf(failure.getMessage()),
        texts.get("failure.next"));
  }

  /** The same failure has the same id, on every machine. */
  private static String id(String details) {
    String frames = details.replaceAll("(?m)^(?!\\s+at ).*$", "");
    return String.format(Locale.ROOT, "MS-%08X", frames.hashCode());
  }

  private static String details(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  Dialog<ButtonType> dialog(String id, String details) {
    Dialog<ButtonType> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.setTitle(texts.get("failure.title"));
    DialogPane pane = dialog.getDialogPane();
    dress.accept(dialog);
    TextArea area = new TextArea(id + "\n" + details);
    area.setEditable(false);
    area.getStyleClass().add("mono");
    area.setPrefRowCount(12);
    VBox content =
        new VBox(
            new Prose(texts.get("failure.sentence", id), "strong"),
            new Prose(texts.get("failure.text")),
            area);
    content.getStyleClass().add("dialog-body");
    pane.setContent(content);
    ButtonType copy = new ButtonType(texts.get("failure.copy"), ButtonBar.ButtonData.LEFT);
    ButtonType close = new ButtonType(texts.get("button.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().addAll(copy, close);
    Button copyButton = (Button) pane.lookupButton(copy);
    copyButton.addEventFilter(
        javafx.event.ActionEvent.ACTION,
        event -> {
          clip.copy(area.getText());
          copyButton.setText(texts.get("button.copied"));
          event.consume();
        });
    return dialog;
  }
}
