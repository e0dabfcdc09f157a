package org.megatronsetup.wizard.kit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Problem;

/** Something that is fetched in the background: its state, its value or its problems. */
public final class Fetch<T> {
  /** Where it stands. */
  public enum State {
    IDLE,
    LOADING,
    READY,
    FAILED
  }

  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private Optional<T> value = Optional.empty();
  private Background.Work work = Background.Work.NONE;

  public Fetch(Background background) {
    this.background = background;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public State state() {
    return state.get();
  }

  public boolean is(State one) {
    return state.get() == one;
  }

  /** What went wrong; set before the state says so. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** The value fetched last; kept while a new one is on its way. */
  public Optional<T> value() {
    return value;
  }

  /** Fetches anew; what was on its way is dropped. */
  public void start(Callable<T> job, Consumer<T> then) {
    work.cancel();
    problems.clear();
    state.set(State.LOADING);
    work =
        background.start(
            job,
            result -> {
              value = Optional.of(result);
              state.set(State.READY);
              then.accept(result);
            },
            found -> {
              problems.setAll(found);
              state.set(State.FAILED);
            });
    // A twin that works at once has called back before there was something to cancel.
    if (state.get() != State.LOADING) {
      work = Background.Work.NONE;
    }
  }

  /** Stops waiting; back to where nothing was asked, unless it is there already. */
  public void cancel() {
    work.cancel();
    work = Background.Work.NONE;
    if (state.get() == State.LOADING) {
      state.set(value.isPresent() ? State.READY : State.IDLE);
    }
  }

  /** Forgets the value. */
  public void reset() {
    cancel();
    value = Optional.empty();
    problems.clear();
    state.set(State.IDLE);
  }
}
