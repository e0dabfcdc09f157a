package org.megatronsetup.wizard.preflight;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;
import org.megatronsetup.wizard.kit.VerdictRow;

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
    Rows.bind(verdicts, model.verdicts(), verdict -> new VerdictRow(verdict, texts));
    showWorst();
  }

  private void showWorst() {
    summaryGlyph.show(Tone.of(model.worst()));
  }
}
