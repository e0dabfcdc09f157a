package org.megatronsetup.run.log;

import org.megatronsetup.run.log.LogStore.Extent;

/**
 * Goes over every line of a growing log: each call of {@link #advance()} looks only at what is new.
 * One thread at a time advances.
 */
public abstract class LogSweep {
  private static final int BATCH = 65_536;

  private final LogStore store;
  private final LogScan scan;
  private volatile boolean stopped;
  private int scanned;

  LogSweep(LogStore store) {
    this.store = store;
    this.scan = new LogScan(store);
  }

  /** Forgets what was found from a line on: it is looked at once more. */
  abstract void forgetFrom(int line);

  /** Looks at a line, as {@link LineReader} says. */
  abstract void read(int line, byte[] bytes, int at, int length, Extent extent);

  /** Reads on to the log's end as it is now. Not for the UI thread. */
  public final void advance() throws InterruptedException {
    // the last line may have grown, so it is looked at anew each time
    forgetFrom(scanned);
    int complete = store.completeLines();
    while (scanned < complete && !stopped) {
      int to = Math.min(complete, scanned + BATCH);
      scan.scan(scanned, to, this::read);
      scanned = to;
    }
    if (!stopped) {
      scan.scan(scanned, store.lineCount(), this::read);
    }
  }

  /** Lets it end early, because nobody wants to know any more; from any thread. */
  public final void stop() {
    stopped = true;
  }
}
