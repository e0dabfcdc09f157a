package org.megatronsetup.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.kit.Formats;

/** One step of the run, with its state and the time that it has taken. */
final class StepRow {
  private final Step step;
  private final Formats formats;
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.WAITING);
  private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
  private Optional<Instant> began = Optional.empty();

  StepRow(Step step, Formats formats) {
    this.step = step;
    this.formats = formats;
  }

  void change(StepState now, Instant at) {
    if (now == StepState.RUNNING) {
      began = Optional.of(at);
    } else if (now == StepState.WAITING) {
      began = Optional.empty();
      elapsed.set("");
    }
    if (now == StepState.DONE || now == StepState.FAILED || now == StepState.CANCELLED) {
      tick(at);
    }
    state.set(now);
  }

  /** When it began, while it runs. */
  Optional<Instant> runningSince() {
    return state.get() == StepState.RUNNING ? began : Optional.empty();
  }

  boolean isDone() {
    return state.get() == StepState.DONE || state.get() == StepState.UNCHANGED;
  }

  /** Shows the time taken up to now. */
  void tick(Instant now) {
    if (state.get() == StepState.RUNNING) {
      began.ifPresent(start -> elapsed.set(formats.elapsed(Duration.between(start, now))));
    }
  }

  Step step() {
    return step;
  }

  ReadOnlyObjectProperty<StepState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyStringProperty elapsedProperty() {
    return elapsed.getReadOnlyProperty();
  }
}
