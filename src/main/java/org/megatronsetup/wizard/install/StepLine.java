package org.megatronsetup.wizard.install;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** One step of the run on the screen. */
final class StepLine extends HBox {

  StepLine(StepRow row, Texts texts) {
    getStyleClass().add("step-line");
    setAlignment(Pos.CENTER_LEFT);
    setId("step-" + row.step().id());
    Mark mark = new Mark();
    mark.getStyleClass().add("column-state");
    Prose title = new Prose(row.step().title());
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label elapsed = new Label();
    elapsed.getStyleClass().addAll("muted", "column-elapsed");
    elapsed.textProperty().bind(row.elapsedProperty());
    getChildren().addAll(mark, title, elapsed);
    row.stateProperty().addListener((o, before, now) -> show(now, mark, row, texts));
    show(row.stateProperty().get(), mark, row, texts);
  }

  private void show(StepState state, Mark mark, StepRow row, Texts texts) {
    String word = texts.get(Tone.word(state));
    mark.show(Tone.of(state), word);
    getStyleClass().remove("running");
    if (state == StepState.RUNNING) {
      getStyleClass().add("running");
    }
    setAccessibleText(row.step().title() + ", " + word);
  }
}
