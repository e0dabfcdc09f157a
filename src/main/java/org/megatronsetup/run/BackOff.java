package org.megatronsetup.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that grow, with jitter, so that a target in trouble is not hammered by its followers. */
public final class BackOff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  /** Each pause is about twice the one before, never longer than the longest. */
  public BackOff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** The next pause is a short one again. */
  public void reset() {
    next = first;
  }

  /** Waits. */
  public void pause() throws InterruptedException {
    long millis = next.toMillis();
    Thread.sleep(millis * 3 / 4 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
  }
}
