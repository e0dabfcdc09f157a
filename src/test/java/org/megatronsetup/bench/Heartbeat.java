package org.megatronsetup.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Listens to the thread of the screen in two ways: how long a task posted to it waits, asked every
 * five milliseconds, and how far apart its pulses are. May be started and stopped several times.
 */
final class Heartbeat {
  private static final Duration EVERY = Duration.ofMillis(5);

  private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean going;
  private long lastPulse;
  private long lastWork;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final List<Long> gaps = new ArrayList<>();
  private final List<Long> works = new ArrayList<>();
  private final AnimationTimer pulses =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          long at = System.nanoTime();
          long work = threads.getCurrentThreadCpuTime();
          if (lastPulse != 0) {
            gaps.add(at - lastPulse);
            works.add(work - lastWork);
          }
          lastPulse = at;
          lastWork = work;
        }
      };

  /** On the thread of the screen. */
  void start() {
    going = true;
    lastPulse = 0;
    pulses.start();
    Thread asker = new Thread(this::ask, "heartbeat");
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

  /** How long the thread of the screen itself computed for a frame, whatever else went on. */
  long work(double quantile) {
    return Measure.quantile(works, quantile);
  }

  long longestGap() {
    return Collections.max(gaps);
  }
}
