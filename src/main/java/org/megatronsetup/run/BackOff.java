package org.megatronsetup.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that grow, with jitter, so that a target in trouble is not hammered by its followers. */
final class BackOff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** The next pause is a short one again. */
  void reset() {
    next = first;
  }

  void pause() throws InterruptedException {
    long millis = next.toMillis();
    Thread.sleep(millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
  }
}
