package org.megatronsetup.run.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * When lines arrived, to the second: kept once for all the lines that came in the same one. One
 * thread writes; any thread may read.
 */
final class ArrivalTimes {
  /** The second of lines of which it is not known when they came. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private int[] lines = new int[64];
  private long[] seconds = new long[64];
  private int count;

  /** Lines from this one on, until told otherwise, came in this second since 1970. */
  synchronized void note(int line, long second) {
    if (count > 0 && seconds[count - 1] == second) {
      return;
    }
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, count * 2);
      seconds = Arrays.copyOf(seconds, count * 2);
    }
    lines[count] = line;
    seconds[count] = second;
    count++;
  }

  synchronized Optional<Instant> of(int line) {
    int at = Arrays.binarySearch(lines, 0, count, line);
    int entry = at >= 0 ? at : -at - 2;
    return entry < 0 || seconds[entry] == UNKNOWN
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds[entry]));
  }
}
