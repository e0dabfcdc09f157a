package org.megatronsetup.wizard.install;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.RootPassword;
import org.megatronsetup.wizard.kit.Texts;

/** Follows a run, wherever it was started from; the run itself needs nobody to look. */
public final class InstallModel implements PageModel {
  private final Kit kit;
  private final Texts texts;
  private final Draft draft;
  private final Findings findings;
  private final RunLog log;
  private final Fetch<RunState> following;
  private final Fetch<RunState> cancelling;
  private final Fetch<String> resuming;
  private final RootPassword rootPassword = new RootPassword();
  private final StepsModel steps;
  private final OutcomeModel outcome;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper lostBecause = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final Way way = new Way();
  private Optional<String> shownRun = Optional.empty();
  private Optional<Follower> follower = Optional.empty();

  public InstallModel(Kit kit, Draft draft, Findings findings, RunLog log) {
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.findings = findings;
    this.log = log;
    this.steps = new StepsModel(texts, kit.formats());
    this.following = new Fetch<>(kit.background());
    this.cancelling = new Fetch<>(kit.background());
    this.resuming = new Fetch<>(kit.background());
    this.outcome = new OutcomeModel(kit);
    way.next(texts.get("install.next"));
    following
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now == Fetch.State.FAILED) {
                lostContact();
              }
            });
  }

  @Override
  public void enter() {
    Optional<RunDetails> run = findings.runProperty().get();
    if (run.isPresent() && !run.map(RunDetails::id).equals(shownRun)) {
      shownRun = run.map(RunDetails::id);
      follow(run.get());
    }
  }

  /** Follows from the first byte, so that what is shown is whole. */
  private void follow(RunDetails run) {
    steps.begin(run.plan());
    rootPassword.judge(run.plan(), findings.facts());
    outcome.forget();
    lostBecause.set("");
    running.set(true);
    way.ready(false);
    way.hint(texts.get("install.hint.running"));
    headline.set(texts.get("install.starting"));
    follower.ifPresent(Follower::stop);
    Follower fresh = new Follower(kit.background(), log.begin(), screen());
    follower = Optional.of(fresh);
    following.start(
        () -> fresh.follow(kit.engine().get(), run.id()),
        end -> {
          fresh.stop();
          ended(run.id(), end);
        });
  }

  private Follower.Screen screen() {
    return new Follower.Screen() {
      @Override
      public void changed(RunEvent event) {
        InstallModel.this.changed(event);
      }

      @Override
      public void progressed(ProgressState state) {
        steps.count(state, kit.clock().instant());
      }
    };
  }

  private void changed(RunEvent event) {
    switch (event) {
      case RunEvent.StepChanged(String id, StepState state, Instant at, long offset, int status) ->
          stepChanged(id, state, at);
      case RunEvent.StateChanged(RunState state) -> {
        if (state instanceof RunState.Unknown(String reason)) {
          lostBecause.set(
              reason.isEmpty() ? texts.get("install.contact.silent") : sentence(reason));
        } else {
          lostBecause.set("");
        }
      }
      // The text went to the log on the follower's thread; checks belong to another page.
      case RunEvent.Output output -> {}
      case RunEvent.CheckFinished check -> {}
    }
  }

  /** A cause is part of a sentence elsewhere; here it is one. */
  private static String sentence(String cause) {
    String end = cause.endsWith(".") ? "" : ".";
    return cause.substring(0, 1).toUpperCase(Locale.ROOT) + cause.substring(1) + end;
  }

  private void stepChanged(String id, StepState state, Instant at) {
    steps.change(id, state, at);
    if (state == StepState.RUNNING) {
      headline.set(
          texts.get("install.step-of", steps.number(id), steps.rows().size(), steps.title(id)));
    }
  }

  private void ended(String runId, RunState end) {
    lostBecause.set("");
    way.hint("");
    String failedStep =
        end instanceof RunState.Failed(String id, int status) ? steps.title(id) : "";
    headline.set(outcome.ended(runId, end, failedStep));
    boolean succeeded = end instanceof RunState.Succeeded;
    way.ready(succeeded);
    steps.end(succeeded);
    if (succeeded) {
      way.hint(texts.get("install.hint.succeeded"));
    }
    running.set(false);
  }

  private void lostContact() {
    lostBecause.set("");
    steps.end(false);
    way.hint("");
    String reason =
        String.join(
            " ", following.problems().stream().map(p -> p.sentence() + " " + p.cause()).toList());
    headline.set(outcome.ended(shownRun.orElse(""), new RunState.Unknown(reason), ""));
    running.set(false);
  }

  /** Asks the clock; the screen calls this about once a second. */
  void tick() {
    if (running.get()) {
      steps.tick(kit.clock().instant());
    }
  }

  /** Ends the run, with everything that it started. */
  void cancel() {
    shownRun.ifPresent(
        id -> {
          way.hint(texts.get("install.hint.cancelling"));
          cancelling.start(() -> kit.engine().get().cancel(id), end -> {});
        });
  }

  /** Starts the run again, from the step that did not finish. */
  void resume() {
    RunDetails run = findings.runProperty().get().orElseThrow();
    Credentials credentials = draft.credentials();
    char[] password = rootPassword.take();
    resuming.start(
        () -> {
          kit.engine().get().resume(run.id(), credentials, password);
          return run.id();
        },
        id -> follow(run));
  }

  /** Reads on after the contact was lost. */
  void followAgain() {
    findings.runProperty().get().ifPresent(this::follow);
  }

  RunLog log() {
    return log;
  }

  RootPassword rootPassword() {
    return rootPassword;
  }

  Fetch<RunState> cancelling() {
    return cancelling;
  }

  Fetch<String> resuming() {
    return resuming;
  }

  StepsModel steps() {
    return steps;
  }

  ReadOnlyObjectProperty<Optional<RunOutcome>> outcomeProperty() {
    return outcome.property();
  }

  /** Whether the run that is shown goes on, as far as is known. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Share of its steps that are done; below 0: not known yet. */
  public ReadOnlyDoubleProperty progressProperty() {
    return steps.progressProperty();
  }

  /** Why the run cannot be seen just now; empty: it can. */
  ReadOnlyStringProperty lostBecauseProperty() {
    return lostBecause.getReadOnlyProperty();
  }

  /** Which step runs, or how it ended; empty: no run was shown yet. */
  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  @Override
  public Way way() {
    return way;
  }

  @Override
  public ObservableBooleanValue mayLeave() {
    return running.not();
  }
}
