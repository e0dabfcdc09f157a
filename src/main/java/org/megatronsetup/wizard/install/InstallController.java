package org.megatronsetup.wizard.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.kit.Activity;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Confirm;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Remedy;
import org.megatronsetup.wizard.kit.RootPasswordField;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;
import org.megatronsetup.wizard.log.LogView;

/** Binds the install page. */
public final class InstallController {
  private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

  private final InstallModel model;
  private final Kit kit;
  private final Texts texts;
  private final Pickers pickers;
  private final Clip clip;
  private final Confirm confirm;
  private final Runnable changeAnswers;

  @FXML private Glyph stateGlyph;
  @FXML private Label headline;
  @FXML private Label elapsed;
  @FXML private ProgressBar progress;
  @FXML private Button cancel;
  @FXML private Node activityPart;
  @FXML private Label activity;
  @FXML private ProgressBar activityProgress;
  @FXML private Prose remaining;
  @FXML private Prose leave;
  @FXML private ScrollPane stepsPane;
  @FXML private VBox steps;
  @FXML private Notice outcome;
  @FXML private Notice contact;
  @FXML private Notice problem;
  @FXML private Node rootPart;
  @FXML private PasswordField rootPassword;
  @FXML private Prose rootSteps;
  @FXML private StackPane log;

  /**
   * @param changeAnswers leads back to where answers are given
   */
  public InstallController(
      InstallModel model,
      Kit kit,
      Pickers pickers,
      Clip clip,
      Confirm confirm,
      Runnable changeAnswers) {
    this.model = model;
    this.kit = kit;
    this.texts = kit.texts();
    this.pickers = pickers;
    this.clip = clip;
    this.confirm = confirm;
    this.changeAnswers = changeAnswers;
  }

  @FXML
  void initialize() {
    headline.textProperty().bind(model.headlineProperty());
    elapsed.textProperty().bind(model.steps().elapsedProperty());
    progress.progressProperty().bind(model.steps().progressProperty());
    Rows.bind(steps, model.steps().rows(), row -> new StepLine(row, texts));
    keepClearOfTheBar();
    bindActivity(model.steps().activity());
    remaining.textProperty().bind(model.steps().remainingProperty());
    leave
        .textProperty()
        .bind(
            javafx.beans.binding.Bindings.when(model.runningProperty())
                .then(texts.get("install.may-close"))
                .otherwise(""));
    cancel.visibleProperty().bind(model.runningProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    cancel
        .disableProperty()
        .bind(model.cancelling().stateProperty().isEqualTo(Fetch.State.LOADING));
    cancel.setOnAction(event -> cancel());
    RootPasswordField.connect(rootPassword, rootSteps, model.rootPassword(), texts);
    model.lostBecauseProperty().addListener((o, before, now) -> showContact());
    model.outcomeProperty().addListener((o, before, now) -> showOutcome());
    model.resuming().stateProperty().addListener((o, before, now) -> showProblem());
    model.cancelling().stateProperty().addListener((o, before, now) -> showProblem());
    placeLog();
    Timeline second = new Timeline(new KeyFrame(Duration.seconds(1), event -> model.tick()));
    second.setCycleCount(Animation.INDEFINITE);
    model
        .runningProperty()
        .addListener(
            (o, before, now) -> {
              if (now) {
                second.play();
              } else {
                second.stop();
              }
            });
    showOutcome();
    showContact();
    showProblem();
  }

  /** Where the steps do not all fit, their times do not end at the very bar. */
  private void keepClearOfTheBar() {
    Runnable look =
        () ->
            steps.pseudoClassStateChanged(
                SCROLLS, steps.getHeight() > stepsPane.getViewportBounds().getHeight() + 1);
    stepsPane.viewportBoundsProperty().addListener((o, before, now) -> look.run());
    steps.heightProperty().addListener((o, before, now) -> look.run());
  }

  private void bindActivity(Activity now) {
    activityPart.visibleProperty().bind(model.runningProperty());
    activityPart.managedProperty().bind(activityPart.visibleProperty());
    activity.textProperty().bind(now.wordsProperty());
    activityProgress.progressProperty().bind(now.fractionProperty());
    activityProgress.visibleProperty().bind(now.fractionProperty().greaterThanOrEqualTo(0));
  }

  private void placeLog() {
    LogView view =
        new LogView(
            new WizardLogHost(
                kit, model.steps(), pickers, clip, found -> problem.show(texts, found)));
    model
        .log()
        .storeProperty()
        .addListener((o, before, now) -> now.ifPresentOrElse(view::show, view::clear));
    model.log().storeProperty().get().ifPresent(view::show);
    log.getChildren().setAll(view);
  }

  private void cancel() {
    if (confirm.ask("install.cancel")) {
      model.cancel();
    }
  }

  private void showContact() {
    String why = model.lostBecauseProperty().get();
    if (why.isEmpty()) {
      contact.hide();
    } else {
      contact.show(
          Tone.CAUTION,
          texts.get("install.contact"),
          List.of(new Prose(why), new Prose(texts.get("install.contact.goes-on"))));
    }
  }

  private void showProblem() {
    List<Problem> found = new ArrayList<>(model.resuming().problems());
    found.addAll(model.cancelling().problems());
    problem.show(texts, found);
  }

  private void showOutcome() {
    Rows.visible(rootPart, false);
    outcome.hide();
    Optional<RunOutcome> end = model.outcomeProperty().get();
    stateGlyph.show(end.map(o -> Tone.of(o.tone())).orElse(Tone.ACTIVE));
    // A success needs no further words: the headline says it.
    end.filter(o -> o.tone() != Check.Status.PASSED).ifPresent(this::show);
  }

  private void show(RunOutcome end) {
    List<Node> content = new ArrayList<>();
    if (!end.excerpt().isEmpty()) {
      content.add(new Prose(end.excerpt(), "mono", "excerpt"));
    }
    for (String remedy : end.remedies()) {
      content.add(Remedy.of(remedy, kit, clip));
    }
    List<Button> buttons = new ArrayList<>();
    if (end.resumable()) {
      Button again = new Button(texts.get("install.resume"));
      again.setId("resume");
      again.getStyleClass().add("accent");
      again.setOnAction(event -> model.resume());
      again
          .disableProperty()
          .bind(
              model
                  .resuming()
                  .stateProperty()
                  .isEqualTo(Fetch.State.LOADING)
                  .or(
                      model
                          .rootPassword()
                          .neededProperty()
                          .and(model.rootPassword().givenProperty().not())));
      Button change = new Button(texts.get("install.change"));
      change.setId("changeAnswers");
      change.setOnAction(event -> changeAnswers.run());
      buttons.add(again);
      buttons.add(change);
      Rows.visible(rootPart, model.rootPassword().neededProperty().get());
    } else {
      Button follow = new Button(texts.get("install.follow-again"));
      follow.setId("followAgain");
      follow.setOnAction(event -> model.followAgain());
      buttons.add(follow);
    }
    // the headline is at the top of the page already
    outcome.show(Tone.of(end.tone()), end.cause(), content, buttons.toArray(Button[]::new));
  }
}
