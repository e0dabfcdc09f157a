package org.megatronsetup.run.log;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The lines that have a text in them, kept up to date as the log grows: each call of {@link
 * #advance()} looks only at what is new. One thread at a time advances; any thread may ask.
 */
public final class LogSearch {
  private static final int BATCH = 65_536;

  private final LogStore store;
  private final String text;
  private final LogScan scan;
  private int[] lines = new int[64];
  private int count;
  private int scanned;

  /**
   * @param text letter case aside
   */
  public LogSearch(LogStore store, String text) {
    this.store = store;
    this.text = text;
    this.scan = new LogScan(store, text);
  }

  public String text() {
    return text;
  }

  /** Reads on to the log's end as it is now. Not for the UI thread. */
  public void advance() throws InterruptedException {
    // the last line may have grown, so it is looked at anew each time
    synchronized (this) {
      count = count(scanned);
    }
    int complete = store.completeLines();
    while (scanned < complete) {
      int to = Math.min(complete, scanned + BATCH);
      scan.scan(scanned, to, this::add);
      scanned = to;
    }
    scan.scan(scanned, store.lineCount(), this::add);
  }

  private synchronized void add(int line) {
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, count * 2);
    }
    lines[count++] = line;
  }

  private int count(int before) {
    int at = Arrays.binarySearch(lines, 0, count, before);
    return at < 0 ? -at - 1 : at;
  }

  /** Lines found so far. */
  public synchronized int count() {
    return count;
  }

  /** Place of a line among those found, counted from 1; empty: it is not one of them. */
  public synchronized OptionalInt place(int line) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1);
  }

  /** The next line found after a line, round the end to the first. */
  public synchronized OptionalInt after(int line) {
    return count == 0 ? OptionalInt.empty() : OptionalInt.of(lines[count(line + 1) % count]);
  }

  /** The last line found before a line, round the beginning to the last. */
  public synchronized OptionalInt before(int line) {
    return count == 0
        ? OptionalInt.empty()
        : OptionalInt.of(lines[(count(line) + count - 1) % count]);
  }
}
