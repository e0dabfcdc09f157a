package org.megatronsetup.run.log;

import java.util.Arrays;
import java.util.OptionalInt;
import org.megatronsetup.run.log.LogStore.Range;

/** Numbers of some lines of a log, in order. One thread at a time adds; any thread may ask. */
public final class LineNumbers {
  private int[] lines = new int[64];
  private int count;

  /** Adds a line that comes after all those before. */
  synchronized void add(int line) {
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, count * 2);
    }
    lines[count++] = line;
  }

  /** Forgets a line and all after it. */
  synchronized void dropFrom(int line) {
    count = before(line);
  }

  /** How many of them come before a line. */
  private int before(int line) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    return at < 0 ? -at - 1 : at;
  }

  public synchronized int count() {
    return count;
  }

  /** How many of them lie in a range. */
  public synchronized int count(Range range) {
    return before(range.to()) - before(range.from());
  }

  /** Place of a line among those in a range, counted from 1; empty: it is not one of them. */
  public synchronized OptionalInt place(int line, Range range) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1 - before(range.from()));
  }

  /** The next one in a range after a line, round the end to the first. */
  public synchronized OptionalInt after(int line, Range range) {
    return nth(before(line + 1), range);
  }

  /** The last one in a range before a line, round the beginning to the last. */
  public synchronized OptionalInt before(int line, Range range) {
    return nth(before(line) - 1, range);
  }

  private OptionalInt nth(int n, Range range) {
    int first = before(range.from());
    int some = before(range.to()) - first;
    return some == 0
        ? OptionalInt.empty()
        : OptionalInt.of(lines[first + Math.floorMod(n - first, some)]);
  }
}
