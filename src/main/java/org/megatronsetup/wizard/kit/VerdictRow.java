package org.megatronsetup.wizard.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Verdict;

/** One thing that was looked at, how it stands, and what can be done about it. */
public final class VerdictRow extends HBox {

  public VerdictRow(Verdict verdict, Texts texts) {
    String word = texts.get(Tone.word(verdict.level()));
    Mark mark = new Mark(Tone.of(verdict.level()), word);
    mark.getStyleClass().add("column-mark");
    Prose title = new Prose(verdict.title());
    title.getStyleClass().add("column-title");
    VBox found = new VBox(new Prose(verdict.value()), new Prose(verdict.remedy(), "remedy"));
    HBox.setHgrow(found, Priority.ALWAYS);
    getChildren().addAll(mark, title, found);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("table-row");
    setAccessibleText(String.join(", ", word, verdict.title(), verdict.value()));
  }
}
