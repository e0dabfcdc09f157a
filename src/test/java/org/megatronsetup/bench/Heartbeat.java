package org.megatronsetup.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Listens to the thread of the screen in two ways: how long a task posted to it waits, asked every
 * five milliseconds, and how far apart its pulses are.
 */
final class Heartbeat {
  private static final Duration EVERY = Duration.ofMillis(5);

  private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
  private final Thread asker = new Thread(this::ask, "heartbeat");
  private volatile boolean going = true;
  private long lastPulse;
  private final List<Long> gaps = new ArrayList<>();
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          long at = System.nanoTime();
          if (lastPulse != 0) {
            gaps.add(at - lastPulse);
          }
          lastPulse = at;
        }
      };

  /** On the thread of the screen. */
  void start() {
    pulses.start();
    asker.setDaemon(true);
    asker.start();
  }

  private void ask() {
    while (going) {
      long asked = System.nanoTime();
      Platform.runLater(() -> waits.add(System.nanoTime() - asked));
      try {
        Thread.sleep(EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** On the thread of the screen. */
  void stop() {
    going = false;
    pulses.stop();
  }

  long longestWait() {
    return Collections.max(waits);
  }

  long wait(double quantile) {
    return Measure.quantile(waits, quantile);
  }

  /** Frames that were drawn, once it has been stopped. */
  int frames() {
    return gaps.size();
  }

  /** From one frame to the next. */
  long gap(double quantile) {
    return Measure.quantile(gaps, quantile);
  }

  long longestGap() {
    return Collections.max(gaps);
  }
}
