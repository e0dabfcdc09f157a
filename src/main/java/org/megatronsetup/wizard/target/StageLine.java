package org.megatronsetup.wizard.target;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** A part of a way as a line: its state, its name, and what there is to say of it. */
final class StageLine extends HBox {
  private final Texts texts;
  private final Mark mark = new Mark();
  private final String title;

  StageLine(StageRow row, Texts texts) {
    this.texts = texts;
    title = texts.get("target.stage." + row.key());
    mark.getStyleClass().add("column-state");
    Label name = new Label(title);
    name.getStyleClass().add("column-stage");
    Prose detail = new Prose("", "muted");
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.textProperty().bind(row.detailProperty());
    getChildren().addAll(mark, name, detail);
    setId("stage-" + row.key());
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("columns");
    row.stateProperty().addListener((o, before, now) -> show(now));
    show(row.state());
  }

  private void show(StepState state) {
    String word = texts.get(Tone.word(state));
    mark.show(Tone.of(state), word);
    setAccessibleText(title + ", " + word);
  }
}
