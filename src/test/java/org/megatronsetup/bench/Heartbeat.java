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
  private long longestGap;
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          long at = System.nanoTime();
          if (lastPulse != 0) {
            longestGap = Math.max(longestGap, at - lastPulse);
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
    List<Long> sorted = waits.stream().sorted().toList();
    return sorted.get((int) (quantile * (sorted.size() - 1)));
  }

  long longestGap() {
    return longestGap;
  }
}
