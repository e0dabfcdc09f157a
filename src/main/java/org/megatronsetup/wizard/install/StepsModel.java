package org.megatronsetup.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.kit.Activity;
import org.megatronsetup.wizard.kit.Formats;

/** The steps of the run that is shown: how far each is, and how far they are together. */
final class StepsModel {
  private final Formats formats;
  private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
  private final Activity activity;
  private Optional<Instant> began = Optional.empty();

  StepsModel(Formats formats, Activity activity) {
    this.formats = formats;
    this.activity = activity;
  }

  void begin(Plan plan) {
    rows.setAll(plan.steps().stream().map(step -> new StepRow(step, formats)).toList());
    elapsed.set("");
    progress.set(-1);
    began = Optional.empty();
    activity.clear();
  }

  void change(String id, StepState state, Instant at) {
    rows.stream().filter(row -> row.step().id().equals(id)).forEach(row -> row.change(state, at));
    if (state == StepState.RUNNING) {
      began = began.or(() -> Optional.of(at));
    }
    activity.clear();
    long done = rows.stream().filter(StepRow::isDone).count();
    progress.set(rows.isEmpty() ? -1 : Math.max(progress.get(), (double) done / rows.size()));
  }

  /** The run is over, whatever became of it. */
  void end(boolean succeeded) {
    activity.clear();
    if (succeeded) {
      progress.set(1);
    }
  }

  void tick(Instant now) {
    rows.forEach(row -> row.tick(now));
    began.ifPresent(start -> elapsed.set(formats.elapsed(Duration.between(start, now))));
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

  ReadOnlyStringProperty elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }
}
