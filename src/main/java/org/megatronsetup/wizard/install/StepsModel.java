package org.megatronsetup.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.kit.Activity;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/** The steps of the run that is shown: how far each is, and how far they are together. */
final class StepsModel {
  private final Texts texts;
  private final Formats formats;
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
  private final Activity activity;
  private final ReadOnlyStringWrapper remaining = new ReadOnlyStringWrapper("");
  private Optional<Instant> began = Optional.empty();
  private Optional<ProgressState> counted = Optional.empty();
  private Instant countedSince = Instant.EPOCH;

  StepsModel(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
    this.activity = new Activity(texts, formats);
  }

  void begin(Plan plan) {
    rows.setAll(plan.steps().stream().map(step -> new StepRow(step, formats)).toList());
    elapsed.set("");
    remaining.set("");
    progress.set(-1);
    began = Optional.empty();
    nothingCounted();
  }

  void change(String id, StepState state, Instant at) {
    rows.stream().filter(row -> row.step().id().equals(id)).forEach(row -> row.change(state, at));
    if (state == StepState.RUNNING) {
      began = began.or(() -> Optional.of(at));
    }
    nothingCounted();
    long done = rows.stream().filter(StepRow::isDone).count();
    progress.set(rows.isEmpty() ? -1 : Math.max(progress.get(), (double) done / rows.size()));
  }

  /** The run is over, whatever became of it. */
  void end(boolean succeeded) {
    nothingCounted();
    remaining.set("");
    if (succeeded) {
      progress.set(1);
    }
  }

  /** The running step says how far it is. */
  void count(ProgressState state, Instant at) {
    if (counted.filter(c -> c.label().equals(state.label())).isEmpty()) {
      countedSince = at;
    }
    counted = Optional.of(state);
    activity.show(state);
  }

  private void nothingCounted() {
    counted = Optional.empty();
    activity.clear();
  }

  void tick(Instant now) {
    rows.forEach(row -> row.tick(now));
    estimate(now);
    began.ifPresent(start -> elapsed.set(formats.elapsed(Duration.between(start, now))));
  }

  private void estimate(Instant now) {
    rows.stream()
        .filter(row -> row.runningSince().isPresent())
        .findFirst()
        .ifPresent(
            row -> {
              long toCome =
                  rows.stream()
                      .filter(r -> r.stateProperty().get() == StepState.WAITING)
                      .mapToLong(r -> r.step().estimate().seconds())
                      .sum();
              remaining.set(
                  words(
                      Remaining.of(
                          toCome,
                          row.step().estimate().seconds(),
                          row.runningSince().get(),
                          counted.map(c -> new Remaining.Count(countedSince, c.fraction())),
                          now)));
            });
  }

  private String words(Remaining left) {
    String key = "install.remaining." + left.basis().name().toLowerCase(Locale.ROOT);
    return left.basis() == Remaining.Basis.OVERDUE && left.seconds() == 0
        ? texts.get(key + ".last")
        : texts.get(key, formats.roughly(left.seconds()));
  }

  /** Number of a step, from 1 on. */
  int number(String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).step().id().equals(id)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Title of a step; its id if the plan has no such step. */
  String title(String id) {
    int number = number(id);
    return number == 0 ? id : rows.get(number - 1).step().title();
  }

  ObservableList<StepRow> rows() {
    return rows;
  }

  /** What the running step does just now. */
  Activity activity() {
    return activity;
  }

  /** Share of the steps that are finished; below 0: not known yet. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How long it may still take, and what that rests on; empty: nothing to be said. */
  ReadOnlyStringProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  ReadOnlyStringProperty elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }
}
