package org.megatronsetup.wizard.target;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.megatronsetup.model.StepState;

/** One part of a way, with its state and what there is to say of it. */
final class StageRow {
  private final String key;
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.WAITING);
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");

  /**
   * @param key of its name, under {@code target.stage.}
   */
  StageRow(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  ReadOnlyObjectProperty<StepState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  StepState state() {
    return state.get();
  }

  ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  void show(StepState now, String text) {
    detail.set(text);
    state.set(now);
  }

  /** Another state, with the same to say. */
  void turn(StepState now) {
    state.set(now);
  }
}
