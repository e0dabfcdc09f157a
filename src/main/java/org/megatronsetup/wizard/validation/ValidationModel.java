package org.megatronsetup.wizard.validation;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Problem;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Runs the checks, all or one again, and shows each as it finishes. */
public final class ValidationModel implements PageModel {
  private final Kit kit;
  private final Texts texts;
  private final Findings findings;
  private final Fetch<List<Check>> all;
  private final Fetch<List<Check>> one;
  private final ReceiptModel receipt;
  private final MendModel mending;
  private final ReadOnlyObjectWrapper<Optional<Running>> running =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Summary> summary = new ReadOnlyObjectWrapper<>();
  private final Way way = new Way();
  private Optional<String> validatedRun = Optional.empty();
  private int round;

  public ValidationModel(Kit kit, Draft draft, Findings findings, Planning planning) {
    this.kit = kit;
    this.texts = kit.texts();
    this.findings = findings;
    this.all = new Fetch<>(kit.background());
    this.one = new Fetch<>(kit.background());
    this.receipt = new ReceiptModel(kit);
    this.mending = new MendModel(texts, draft, findings, planning);
    way.next(texts.get("button.next"));
    for (Fetch<?> fetch : List.of(all, one)) {
      fetch.stateProperty().addListener((o, before, now) -> changed(now));
    }
    receipt.keeping().stateProperty().addListener((o, before, now) -> judge());
    running.addListener((o, before, now) -> judge());
    findings.checks().addListener((ListChangeListener<Check>) change -> judge());
    judge();
  }

  @Override
  public void enter() {
    receipt.saving().reset();
    Optional<String> run = findings.runProperty().get().map(RunDetails::id);
    if (!run.equals(validatedRun) || !all.is(Fetch.State.READY)) {
      validatedRun = run;
      run();
    }
  }

  @Override
  public void leave() {
    stop();
  }

  /** Runs all checks. */
  void run() {
    RunDetails run = findings.runProperty().get().orElseThrow();
    stop();
    int current = ++round;
    one.reset();
    all.reset();
    receipt.forget();
    findings.checks().clear();
    all.start(
        () -> kit.engine().get().validate(run.validation(List.of()), listener(current)),
        checks -> {
          running.set(Optional.empty());
          // Normally all rows are there already, and one of them may be open.
          if (!findings.checks().equals(checks)) {
            findings.checks().setAll(checks);
          }
          receipt.keep(run, checks);
        });
  }

  private ValidationListener listener(int of) {
    return new ValidationListener() {
      @Override
      public void started(String id, String group, String title) {
        post(of, () -> running.set(Optional.of(new Running(id, group, title, false))));
      }

      @Override
      public void accept(Check check) {
        post(
            of,
            () -> {
              running.set(Optional.empty());
              findings.checks().add(check);
            });
      }
    };
  }

  private void post(int of, Runnable change) {
    kit.background()
        .post(
            () -> {
              if (of == round && all.is(Fetch.State.LOADING)) {
                change.run();
              }
            });
  }

  /** Runs one check again, with what it rests on; all other rows stay as they are. */
  void again(Check check) {
    if (busy()) {
      return;
    }
    RunDetails run = findings.runProperty().get().orElseThrow();
    running.set(Optional.of(new Running(check.id(), check.group(), check.title(), true)));
    one.start(
        () -> kit.engine().get().validate(run.validation(List.of(check.id())), row -> {}),
        rows -> {
          running.set(Optional.empty());
          rows.forEach(this::replace);
          if (all.is(Fetch.State.READY)) {
            receipt.keep(run, List.copyOf(findings.checks()));
          }
        });
  }

  private void changed(Fetch.State state) {
    if (state == Fetch.State.FAILED) {
      running.set(Optional.empty());
    }
    judge();
  }

  private void replace(Check row) {
    for (int i = 0; i < findings.checks().size(); i++) {
      if (findings.checks().get(i).id().equals(row.id())) {
        findings.checks().set(i, row);
      }
    }
  }

  /** Stops what runs; rows that were there stay. */
  void stop() {
    all.cancel();
    one.cancel();
    running.set(Optional.empty());
  }

  boolean busy() {
    return all.is(Fetch.State.LOADING) || one.is(Fetch.State.LOADING);
  }

  private void judge() {
    boolean whole = all.is(Fetch.State.READY);
    way.ready(whole && !busy() && !receipt.keeping().is(Fetch.State.LOADING));
    way.hint(
        busy()
            ? texts.get("validate.hint.running")
            : whole ? "" : texts.get("validate.hint.again"));
    summary.set(summarise());
  }

  private Summary summarise() {
    List<Check> rows = findings.checks();
    Optional<String> now = running.get().map(Running::title);
    if (one.is(Fetch.State.LOADING)) {
      return Summary.running(
          texts.get("validate.summary.running.one", now.orElse("")), rows, texts);
    }
    return switch (all.state()) {
      case READY -> Summary.of(rows, texts);
      case IDLE -> Summary.stopped(rows, texts);
      case FAILED -> Summary.broken(lostContact(), rows, texts);
      case LOADING ->
          Summary.running(
              now.map(title -> texts.get("validate.summary.running", title))
                  .orElseGet(() -> texts.get("validate.summary.start")),
              rows,
              texts);
    };
  }

  private boolean lostContact() {
    return all.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.CONTACT);
  }

  Fetch<List<Check>> all() {
    return all;
  }

  Fetch<List<Check>> one() {
    return one;
  }

  ReceiptModel receipt() {
    return receipt;
  }

  MendModel mending() {
    return mending;
  }

  RunDetails validated() {
    return findings.runProperty().get().orElseThrow();
  }

  ObservableList<Check> checks() {
    return findings.checks();
  }

  ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Summary> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  @Override
  public Way way() {
    return way;
  }
}
