package org.megatronsetup.wizard.log;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Slows down whoever writes to a log that is shown, if pieces follow one another faster than
 * anybody reads: for each stretch of work it rests some times as long. So a flood leaves the
 * processors to the screen and to the collector, and its source waits meanwhile.
 */
final class Pace {
  /** Pieces further apart than this are no flood. */
  private static final long FLOOD_NANOS = 2_000_000;

  /**
   * How many times as long as it worked a writer rests: a million lines take 2 s and not 0.5, and
   * on two processors one frame in a hundred is late instead of one in twenty.
   */
  private static final long REST = 5;

  private final LongSupplier nanos;
  private final LongConsumer rest;
  private long rested;

  Pace() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param rest waits some nanoseconds
   */
  Pace(LongSupplier nanos, LongConsumer rest) {
    this.nanos = nanos;
    this.rest = rest;
    rested = nanos.getAsLong() - FLOOD_NANOS;
  }

  /** Comes after each piece, on the thread that wrote it. */
  void written() {
    long worked = nanos.getAsLong() - rested;
    if (worked < FLOOD_NANOS) {
      rest.accept(REST * worked);
    }
    rested = nanos.getAsLong();
  }
}
