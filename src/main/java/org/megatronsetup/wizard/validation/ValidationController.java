package org.megatronsetup.wizard.validation;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the validation panel. */
public final class ValidationController {
  private final ValidationModel model;
  private final Kit kit;
  private final Texts texts;
  private final Pickers pickers;
  private final Clip clip;

  @FXML private Glyph summaryGlyph;
  @FXML private Prose summary;
  @FXML private Prose counts;
  @FXML private Button again;
  @FXML private Button stop;
  @FXML private Button save;
  @FXML private Prose saved;
  @FXML private Notice problem;
  @FXML private VBox rows;
  @FXML private Node busy;

  public ValidationController(ValidationModel model, Kit kit, Pickers pickers, Clip clip) {
    this.model = model;
    this.kit = kit;
    this.texts = kit.texts();
    this.pickers = pickers;
    this.clip = clip;
  }

  @FXML
  void initialize() {
    model.checks().addListener((ListChangeListener<Check>) change -> showRows(change));
    model.checks().forEach(this::append);
    model.summaryProperty().addListener((o, before, now) -> showState());
    model.fetch().stateProperty().addListener((o, before, now) -> showState());
    model.saving().stateProperty().addListener((o, before, now) -> showState());
    again.setOnAction(event -> model.run());
    stop.setOnAction(event -> model.stop());
    save.setOnAction(
        event ->
            pickers
                .saveAs(texts.get("validate.save.title"), "receipt.json")
                .ifPresent(model::saveReceipt));
    showState();
  }

  /** Rows that came one by one stay as they are when the whole list arrives. */
  private void showRows(ListChangeListener.Change<? extends Check> change) {
    boolean appended = true;
    while (change.next()) {
      appended &=
          change.wasAdded() && !change.wasRemoved() && change.getTo() == model.checks().size();
    }
    if (appended) {
      append(model.checks().getLast());
    } else {
      rows.getChildren().clear();
      model.checks().forEach(this::append);
    }
  }

  private void append(Check check) {
    CheckGroup group =
        rows.getChildren().stream()
            .map(CheckGroup.class::cast)
            .filter(one -> one.name().equals(check.group()))
            .findFirst()
            .orElseGet(
                () -> {
                  CheckGroup fresh = new CheckGroup(check.group(), texts);
                  rows.getChildren().add(fresh);
                  return fresh;
                });
    group.add(check, new CheckRow(check, kit, clip));
  }

  private void showState() {
    boolean running = model.fetch().is(Fetch.State.LOADING);
    Rows.visible(busy, running);
    Rows.visible(stop, running);
    Rows.visible(again, !running);
    save.setDisable(!model.fetch().is(Fetch.State.READY));
    Summary said =
        model
            .summaryProperty()
            .get()
            .orElse(
                new Summary(
                    Check.Status.SKIPPED,
                    texts.get(running ? "validate.summary.running" : "validate.summary.stopped"),
                    ""));
    summaryGlyph.show(running ? Tone.ACTIVE : Tone.of(said.tone()));
    summary.setText(said.sentence());
    counts.setText(said.detail());
    problem.show(
        texts,
        model.fetch().is(Fetch.State.FAILED)
            ? model.fetch().problems()
            : model.saving().problems());
    saved.setText(
        model.saving().is(Fetch.State.READY)
            ? model.saving().value().map(path -> texts.get("validate.saved", path)).orElse("")
            : "");
  }
}
