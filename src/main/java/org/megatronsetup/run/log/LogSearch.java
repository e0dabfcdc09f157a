package org.megatronsetup.run.log;

import java.util.Arrays;
import java.util.OptionalInt;
import org.megatronsetup.run.log.LogStore.Range;

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

  /** How many of the lines found come before a line. */
  private int count(int line) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    return at < 0 ? -at - 1 : at;
  }

  /** Lines found so far. */
  public synchronized int count() {
    return count;
  }

  /** Those of them that lie in a range. */
  public synchronized int count(Range range) {
    return count(range.to()) - count(range.from());
  }

  /** Place of a line among those found in a range, counted from 1; empty: it is not one of them. */
  public synchronized OptionalInt place(int line, Range range) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1 - count(range.from()));
  }

  /** The next line found in a range after a line, round the end to the first. */
  public synchronized OptionalInt after(int line, Range range) {
    return nth(count(line + 1), range);
  }

  /** The last line found in a range before a line, round the beginning to the last. */
  public synchronized OptionalInt before(int line, Range range) {
    return nth(count(line) - 1, range);
  }

  private OptionalInt nth(int n, Range range) {
    int first = count(range.from());
    int found = count(range.to()) - first;
    return found == 0
        ? OptionalInt.empty()
        : OptionalInt.of(lines[first + Math.floorMod(n - first, found)]);
  }
}
