package org.megatronsetup.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
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
  private final Fetch<RunOutcome> diagnosing;
  private final RootPassword rootPassword = new RootPassword();
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<RunOutcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper();
  private Optional<String> shownRun = Optional.empty();
  private Optional<Instant> began = Optional.empty();
  private Optional<Follower> follower = Optional.empty();

  public InstallModel(Kit kit, Draft draft, Findings findings, RunLog log) {
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.findings = findings;
    this.log = log;
    this.following = new Fetch<>(kit.background());
    this.cancelling = new Fetch<>(kit.background());
    this.resuming = new Fetch<>(kit.background());
    this.diagnosing = new Fetch<>(kit.background());
    next.set(texts.get("install.next"));
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
    rows.setAll(run.plan().steps().stream().map(step -> new StepRow(step, kit.formats())).toList());
    rootPassword.judge(run.plan(), findings.facts());
    outcome.set(Optional.empty());
    running.set(true);
    ready.set(false);
    hint.set(texts.get("install.hint.running"));
    headline.set(texts.get("install.starting"));
    elapsed.set("");
    began = Optional.empty();
    progress.set(-1);
    follower.ifPresent(Follower::stop);
    Follower fresh = new Follower(kit.background(), log.begin(), this::changed);
    follower = Optional.of(fresh);
    following.start(
        () -> kit.engine().get().follow(run.id(), fresh),
        end -> {
          fresh.stop();
          ended(run.id(), end);
        });
  }

  private void changed(RunEvent event) {
    switch (event) {
      case RunEvent.StepChanged(String id, StepState state, Instant at, long offset, int status) ->
          stepChanged(id, state, at);
      case RunEvent.StateChanged(RunState state) -> {
        if (state instanceof RunState.Unknown(String reason)) {
          headline.set(texts.get("install.unknown"));
          hint.set(reason);
        } else if (state instanceof RunState.Running) {
          hint.set(texts.get("install.hint.running"));
        }
      }
      // The text went to the log on the follower's thread; checks belong to another page.
      case RunEvent.Output output -> {}
      case RunEvent.CheckFinished check -> {}
    }
  }

  private void stepChanged(String id, StepState state, Instant at) {
    rows.stream().filter(row -> row.step().id().equals(id)).forEach(row -> row.change(state, at));
    if (state == StepState.RUNNING) {
      began = began.or(() -> Optional.of(at));
    }
    showProgress();
  }

  private void showProgress() {
    int done = 0;
    for (int i = 0; i < rows.size(); i++) {
      StepState state = rows.get(i).stateProperty().get();
      if (state == StepState.RUNNING) {
        headline.set(texts.get("install.step-of", i + 1, rows.size(), rows.get(i).step().title()));
      } else if (state == StepState.DONE || state == StepState.UNCHANGED) {
        done++;
      }
    }
    progress.set(rows.isEmpty() ? -1 : Math.max(progress.get(), (double) done / rows.size()));
  }

  private void ended(String runId, RunState end) {
    running.set(false);
    hint.set("");
    String failedStep =
        end instanceof RunState.Failed(String id, int status)
            ? rows.stream()
                .filter(row -> row.step().id().equals(id))
                .map(row -> row.step().title())
                .findFirst()
                .orElse(id)
            : "";
    RunOutcome plain = RunOutcome.of(end, failedStep, texts);
    headline.set(plain.headline());
    outcome.set(Optional.of(plain));
    ready.set(end instanceof RunState.Succeeded);
    if (end instanceof RunState.Succeeded) {
      progress.set(1);
      hint.set(texts.get("install.hint.succeeded"));
    } else if (end instanceof RunState.Failed(String id, int status)) {
      diagnosing.start(
          () -> {
            var found = kit.engine().get().diagnose(runId, id);
            return plain.diagnosed(found.cause(), found.remedies(), found.excerpt());
          },
          diagnosed -> outcome.set(Optional.of(diagnosed)));
    }
  }

  private void lostContact() {
    running.set(false);
    hint.set("");
    String reason =
        String.join(
            " ", following.problems().stream().map(p -> p.sentence() + " " + p.cause()).toList());
    RunOutcome unknown = RunOutcome.of(new RunState.Unknown(reason), "", texts);
    headline.set(unknown.headline());
    outcome.set(Optional.of(unknown));
  }

  /** Asks the clock; the screen calls this about once a second. */
  void tick() {
    if (running.get()) {
      Instant now = kit.clock().instant();
      rows.forEach(row -> row.tick(now));
      began.ifPresent(start -> elapsed.set(kit.formats().elapsed(Duration.between(start, now))));
    }
  }

  /** Ends the run, with everything that it started. */
  void cancel() {
    shownRun.ifPresent(
        id -> {
          hint.set(texts.get("install.hint.cancelling"));
          cancelling.start(() -> kit.engine().get().cancel(id), end -> {});
        });
  }

  /** Starts the run again, from the step that did not finish. */
  void resume() {
    RunDetails run = findings.runProperty().get().orElseThrow();
    Credentials credentials = draft.credentials();
    char[] password = rootPassword.take();
    diagnosing.cancel();
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

  ObservableList<StepRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Optional<RunOutcome>> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** Whether the run that is shown goes on, as far as is known. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  ReadOnlyStringProperty elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }

  @Override
  public ObservableBooleanValue ready() {
    return ready.getReadOnlyProperty();
  }

  @Override
  public ObservableBooleanValue mayLeave() {
    return running.not();
  }

  @Override
  public ObservableStringValue hint() {
    return hint.getReadOnlyProperty();
  }

  @Override
  public ObservableStringValue nextText() {
    return next.getReadOnlyProperty();
  }
}
