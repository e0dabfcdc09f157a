package org.megatronsetup.wizard.flow;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/** The way from a page to the next one: whether it is open, and what is said of it. */
public final class Way {
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");

  public void ready(boolean now) {
    ready.set(now);
  }

  public void hint(String now) {
    hint.set(now);
  }

  public void next(String now) {
    next.set(now);
  }

  /** Opens the way, or says why it is closed. */
  public void judge(String obstacle) {
    hint.set(obstacle);
    ready.set(obstacle.isEmpty());
  }

  ObservableBooleanValue ready() {
    return ready.getReadOnlyProperty();
  }

  ObservableStringValue hint() {
    return hint.getReadOnlyProperty();
  }

  ObservableStringValue next() {
    return next.getReadOnlyProperty();
  }
}
