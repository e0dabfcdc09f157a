package org.megatronsetup.wizard.log;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Makes many requests, from any thread, into few runs on the thread of the screen: the first at
 * once, later ones so far apart as the pause says. Never more than one is under way.
 */
final class Coalescer {
  private final Runnable action;
  private final long pauseNanos;
  private final LongSupplier nanos;
  private final AtomicBoolean requested = new AtomicBoolean();
  private final PauseTransition rest = new PauseTransition();
  private long lastRun;

  Coalescer(Runnable action, java.time.Duration pause) {
    this.action = action;
    this.pauseNanos = pause.toNanos();
    this.nanos = System::nanoTime;
    this.lastRun = nanos.getAsLong() - pauseNanos;
    rest.setOnFinished(event -> run());
  }

  void request() {
    if (requested.compareAndSet(false, true)) {
      Platform.runLater(this::due);
    }
  }

  private void due() {
    long wait = lastRun + pauseNanos - nanos.getAsLong();
    if (wait <= 0) {
      run();
    } else {
      rest.setDuration(Duration.millis(wait / 1e6));
      rest.playFromStart();
    }
  }

  private void run() {
    requested.set(false);
    lastRun = nanos.getAsLong();
    action.run();
  }
}
