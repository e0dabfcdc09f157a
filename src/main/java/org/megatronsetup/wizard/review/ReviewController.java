package org.megatronsetup.wizard.review;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.CommandBox;
import org.megatronsetup.wizard.kit.CopyButton;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Reveal;
import org.megatronsetup.wizard.kit.RootPasswordField;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the review page. */
public final class ReviewController {
  private final ReviewModel model;
  private final Kit kit;
  private final Texts texts;
  private final Pickers pickers;
  private final Clip clip;

  @FXML private FetchPane pane;
  @FXML private Notice startProblem;
  @FXML private Prose release;
  @FXML private Prose place;
  @FXML private Prose cost;
  @FXML private Button save;
  @FXML private Button copyCommand;
  @FXML private Prose saved;
  @FXML private VBox notes;
  @FXML private VBox steps;
  @FXML private Node rootPart;
  @FXML private PasswordField rootPassword;
  @FXML private Prose rootSteps;
  @FXML private Prose machine;
  @FXML private Node bringPart;
  @FXML private Prose bringWords;
  @FXML private ProgressBar bringProgress;
  @FXML private Button stopBringing;

  public ReviewController(ReviewModel model, Kit kit, Pickers pickers, Clip clip) {
    this.model = model;
    this.kit = kit;
    this.texts = kit.texts();
    this.pickers = pickers;
    this.clip = clip;
  }

  @FXML
  void initialize() {
    pane.connect(model.planning().fetch(), texts, "review.busy", model::replan);
    release.textProperty().bind(model.releaseProperty());
    place.textProperty().bind(model.placeProperty());
    cost.textProperty().bind(model.costProperty());
    Rows.bind(steps, model.cards(), this::step);
    Rows.bind(notes, model.notes(), this::note);
    RootPasswordField.connect(rootPassword, rootSteps, model.rootPassword(), texts);
    machine.textProperty().bind(model.machineProperty());
    rootPart.visibleProperty().bind(model.rootPassword().neededProperty());
    rootPart.managedProperty().bind(rootPart.visibleProperty());
    bringPart.visibleProperty().bind(model.starting().bringing().wordsProperty().isNotEmpty());
    bringPart.managedProperty().bind(bringPart.visibleProperty());
    bringPart.visibleProperty().addListener((o, before, now) -> Reveal.startOf(bringPart));
    bringWords.textProperty().bind(model.starting().bringing().wordsProperty());
    bringProgress.progressProperty().bind(model.starting().bringing().fractionProperty());
    stopBringing.setOnAction(event -> model.starting().stop());
    CopyButton.connect(copyCommand, kit, clip, model::command);
    save.setOnAction(event -> save());
    InvalidationListener show = changed -> showProblems();
    model.starting().fetch().stateProperty().addListener(show);
    model.saving().fetch().stateProperty().addListener(show);
    showProblems();
  }

  private void showProblems() {
    startProblem.show(
        texts,
        model.starting().fetch().is(Fetch.State.FAILED)
            ? model.starting().fetch().problems()
            : model.saving().fetch().problems());
    saved.setText(
        model.saving().fetch().is(Fetch.State.READY)
            ? model.saving().fetch().value().map(path -> texts.get("review.saved", path)).orElse("")
            : "");
  }

  private void save() {
    pickers.saveAs(texts.get("review.save.title"), "answers.json").ifPresent(model::save);
  }

  private Node note(String text) {
    HBox row = new HBox(new Glyph("note"), new Prose(text));
    row.getStyleClass().add("note");
    return row;
  }

  private Node step(StepCard card) {
    Label number = new Label(String.valueOf(card.number()));
    number.getStyleClass().add("step-number");
    Prose title = new Prose(card.title(), "step-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("columns");
    if (card.needsRoot()) {
      Label root = new Label(texts.get("review.root"));
      root.getStyleClass().addAll("badge", Tone.CAUTION.style());
      root.setMinWidth(Label.USE_PREF_SIZE);
      head.getChildren().add(root);
    }
    Label estimate = new Label(card.estimate());
    estimate.getStyleClass().add("muted");
    estimate.setMinWidth(Label.USE_PREF_SIZE);
    head.getChildren().add(estimate);
    VBox body =
        new VBox(head, new Prose(card.why(), "muted"), new CommandBox(kit, clip, card.commands()));
    if (!card.restsOn().isEmpty()) {
      body.getChildren().add(new Prose(card.restsOn(), "faint", "small-text"));
    }
    body.getStyleClass().add("step-body");
    HBox.setHgrow(body, Priority.ALWAYS);
    HBox row = new HBox(number, body);
    row.getStyleClass().add("step-card");
    return row;
  }
}
