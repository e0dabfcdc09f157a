package org.megatronsetup.wizard.install;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The log of the run that is shown. */
public final class RunLog {
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
  private volatile StringBuilder text = new StringBuilder();

  /** Starts an empty log; what comes later goes into it. */
  Consumer<String> begin() {
    StringBuilder fresh = new StringBuilder();
    text = fresh;
    return piece -> {
      fresh.append(piece);
      listeners.forEach(listener -> listener.accept(piece));
    };
  }

  /** From here on it is the output of that step. */
  void step(String id, long offset) {}

  synchronized String text() {
    return text.toString();
  }

  void addListener(Consumer<String> listener) {
    listeners.add(listener);
  }
}
