package org.megatronsetup.wizard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.desktop.RunWindow;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.install.InstallModel;
import org.megatronsetup.wizard.kit.Background;
import org.megatronsetup.wizard.kit.Engine;
import org.megatronsetup.wizard.kit.Failures;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.TargetWords;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.VirtualThreads;
import org.megatronsetup.wizard.target.TargetModel;

/** The composition root: everything in the window is made and wired here, and nowhere else. */
final class Wizard {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 700;

  private final Stage stage;
  private final WizardServices services;
  private final Desktop desktop;
  private final Texts texts;
  private final Look look;
  private final Questions questions;
  private final Failures failures;
  private final Kit kit;
  private final PageModels models;
  private final Draft draft;
  private final Findings findings;
  private final TargetModel target;
  private final InstallModel install;
  private final ConfirmDialog confirm;
  private final Flow flow;
  private final Presence presence;
  private final RunWindow runWindow;

  Wizard(Stage stage, WizardServices services, Desktop desktop) {
    this.stage = stage;
    this.services = services;
    this.desktop = desktop;
    texts = new Texts();
    look = new Look(desktop.scheme());
    look.remember(desktop.remembered());
    questions =
        new Questions(new QuestionDialogs(texts, this::dress, stage), texts, Platform::runLater);
    failures = new FailureDialog(texts, desktop.clip(), this::dress, stage, Platform::runLater);
    Background background = new VirtualThreads(Platform::runLater, failures);
    kit =
        new Kit(
            new Engine(services.engine(), questions),
            background,
            texts,
            new Formats(texts, desktop.zone()),
            desktop.clock());
    confirm = new ConfirmDialog(texts, this::dress, stage);
    models = new PageModels(kit, services, desktop, questions::dismiss);
    draft = models.draft;
    findings = models.findings;
    target = models.target;
    install = models.install;
    flow = new Flow(models.byPage());
    presence = new Presence(stage, texts, desktop.attention(), install, flow);
    runWindow = new RunWindow(desktop.runtime(), () -> Platform.runLater(this::toFront));
    findings.runProperty().addListener((o, before, now) -> now.ifPresent(this::take));
    target.onFollow(this::follow);
    questions.listen(target::passed, target::warned);
    draft
        .target()
        .inForceProperty()
        .addListener(
            (o, before, now) -> {
              findings.forget();
              flow.forgetWhatFollows();
              presence.nameIs(name());
            });
  }

  /** All views with the controllers that they may name. */
  Views views() {
    Map<Class<?>, Supplier<?>> makers =
        new HashMap<>(new Controllers(models, kit, desktop, confirm, flow).makers());
    makers.put(SchemeController.class, () -> new SchemeController(look.chosenProperty()));
    makers.put(WindowController.class, this::window);
    return new Views(makers, texts.bundle());
  }

  private WindowController window() {
    Views pages = views();
    return new WindowController(flow, texts, page -> pages.load(page.key()), stage::close);
  }

  /** Shows the window. */
  void show() {
    Parent root = views().load("window");
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    look.dress(scene.getStylesheets());
    stage.setScene(scene);
    presence.nameIs(name());
    // beside the start, which need not wait for it
    kit.background().start(Icons::all, stage.getIcons()::setAll, problems -> {});
    stage.setMinWidth(860);
    stage.setMinHeight(600);
    WindowPlace.of(stage, desktop.remembered());
    stage.setOnCloseRequest(
        event -> {
          if (install.runningProperty().get() && !confirm.ask("window.close")) {
            event.consume();
          }
        });
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> leave());
    flow.start();
    ButtonBase next = (ButtonBase) root.lookup("#next");
    EnterKey.leadsOn(scene, next);
    Node page = root.lookup("#holder");
    Focus.keepOff((ButtonBase) root.lookup("#back"), page);
    // the first page came before there was a scene in which anything could have the focus
    Focus.enter(page, next);
    stage.show();
  }

  /** Another machine is named where one always sees it. */
  private String name() {
    return draft.target().remote()
        ? texts.get(
            "window.title.on", new TargetWords(texts).of(draft.target().inForceProperty().get()))
        : texts.get("window.title");
  }

  /** Runs go on; the log here and the connection are let go. */
  private void leave() {
    models.log.close();
    questions.dismiss();
    desktop.attention().close();
    runWindow.close();
    Thread.ofVirtual().start(kit.engine()::close);
  }

  /** Reads what a run's directory says, and goes to where it can be watched. */
  private void follow(String runId) {
    kit.background()
        .start(
            () -> kit.engine().get().open(runId),
            this::follow,
            problems -> target.couldNotFollow(problems));
  }

  private void follow(RunDetails run) {
    if (!take(run)) {
      target.couldNotFollow(
          List.of(
              Problem.answers(
                  "run-shown-elsewhere",
                  "",
                  texts.get("target.run.elsewhere"),
                  texts.get("target.run.elsewhere.cause"),
                  texts.get("target.run.elsewhere.next"))));
      return;
    }
    draft.take(run.answers());
    findings.runProperty().set(Optional.of(run));
    flow.jump(Page.INSTALL);
  }

  private boolean take(RunDetails run) {
    String where = new TargetWords(texts).of(draft.target().inForceProperty().get());
    return runWindow.take(where + " " + run.id());
  }

  private void toFront() {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  Flow flow() {
    return flow;
  }

  Failures failures() {
    return failures;
  }

  WizardServices services() {
    return services;
  }

  private void dress(Dialog<?> dialog) {
    Runnable undress = look.dress(dialog.getDialogPane().getStylesheets());
    dialog.setOnHidden(event -> undress.run());
  }
}
