package org.megatronsetup.wizard.validation;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Remedy;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** One check: what was found, and for a red or amber one why and what to do. */
final class CheckRow extends VBox {

  CheckRow(Check check, Kit kit, Clip clip) {
    Texts texts = kit.texts();
    getStyleClass().add("check-row");
    setId("check-" + check.id());
    String word = texts.get(Tone.word(check.status()));
    Mark mark = new Mark(Tone.of(check.status()), word);
    mark.getStyleClass().add("column-state");
    VBox words = new VBox(new Prose(check.title(), "strong"), new Prose(check.summary(), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Label version = new Label(check.version().orElse(""));
    version.getStyleClass().addAll("mono", "column-check-version");
    Label time =
        new Label(
            check.status() == Check.Status.SKIPPED ? "" : kit.formats().seconds(check.seconds()));
    time.getStyleClass().addAll("muted", "column-time");
    HBox line = new HBox(mark, words, version, time);
    line.setAlignment(Pos.TOP_LEFT);
    line.getStyleClass().add("columns");
    getChildren().add(line);
    setAccessibleText(String.join(", ", check.title(), word, check.summary()));
    addRemedy(check, kit, clip);
    if (!check.detail().isBlank()) {
      addDetail(check, texts);
    }
  }

  private void addRemedy(Check check, Kit kit, Clip clip) {
    boolean wanting =
        check.status() == Check.Status.FAILED || check.status() == Check.Status.WARNING;
    if (!wanting || (check.cause().isEmpty() && check.remedy().isEmpty())) {
      return;
    }
    VBox help = new VBox(new Prose(check.cause()));
    help.getStyleClass().add("check-help");
    if (!check.remedy().isEmpty()) {
      help.getChildren().add(Remedy.of(check.remedy(), kit, clip));
    }
    getChildren().add(help);
  }

  private void addDetail(Check check, Texts texts) {
    TextArea detail = new TextArea(check.detail());
    detail.setEditable(false);
    detail.getStyleClass().addAll("mono", "check-detail");
    detail.setPrefRowCount((int) Math.min(12, check.detail().lines().count() + 1));
    Rows.visible(detail, false);
    Hyperlink toggle = new Hyperlink(texts.get("validate.details"));
    toggle.getStyleClass().add("check-toggle");
    toggle.setAccessibleText(texts.get("validate.details.of", check.title()));
    toggle.setOnAction(
        event -> {
          boolean open = !detail.isVisible();
          Rows.visible(detail, open);
          toggle.setVisited(false);
          toggle.setText(texts.get(open ? "validate.details.hide" : "validate.details"));
        });
    getChildren().addAll(toggle, detail);
  }
}
