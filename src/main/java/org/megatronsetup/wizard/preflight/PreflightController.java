package org.megatronsetup.wizard.preflight;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the preflight page. */
public final class PreflightController {
  private final PreflightModel model;
  private final Texts texts;

  @FXML private FetchPane pane;
  @FXML private Glyph summaryGlyph;
  @FXML private Label summary;
  @FXML private Button recheck;
  @FXML private VBox verdicts;

  public PreflightController(PreflightModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    pane.connect(model.fetch(), texts, "preflight.busy", model::check);
    summary.textProperty().bind(model.summaryProperty());
    model.summaryProperty().addListener((o, before, now) -> showWorst());
    recheck.disableProperty().bind(model.fetch().stateProperty().isEqualTo(Fetch.State.LOADING));
    recheck.setOnAction(event -> model.check());
    Rows.bind(verdicts, model.verdicts(), this::row);
    showWorst();
  }

  private void showWorst() {
    summaryGlyph.show(Tone.of(model.worst()));
  }

  private Node row(Verdict verdict) {
    Mark mark = new Mark(Tone.of(verdict.level()), texts.get(Tone.word(verdict.level())));
    mark.getStyleClass().add("column-mark");
    Prose title = new Prose(verdict.title());
    title.getStyleClass().add("column-title");
    VBox found = new VBox(new Prose(verdict.value()), new Prose(verdict.remedy(), "remedy"));
    HBox.setHgrow(found, Priority.ALWAYS);
    HBox row = new HBox(mark, title, found);
    row.setAlignment(Pos.TOP_LEFT);
    row.getStyleClass().add("table-row");
    row.setAccessibleText(
        String.join(", ", texts.get(Tone.word(verdict.level())), verdict.title(), verdict.value()));
    return row;
  }
}
