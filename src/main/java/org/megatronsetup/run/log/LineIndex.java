package org.megatronsetup.run.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each complete line lies in the file: twelve bytes a line, in chunks that are never copied.
 * The look in force at the start of a line is kept only where it changes. Not thread-safe.
 */
final class LineIndex {
  private static final int CHUNK = 4096;

  private final List<long[]> starts = new ArrayList<>();
  private final List<int[]> lengths = new ArrayList<>();
  private int size;

  private int[] styledLines = new int[16];
  private int[] styles = new int[16];
  private int styleChanges;

  int size() {
    return size;
  }

  void add(long start, long length, int style) {
    int place = size % CHUNK;
    if (place == 0) {
      starts.add(new long[CHUNK]);
      lengths.add(new int[CHUNK]);
    }
    starts.getLast()[place] = start;
    lengths.getLast()[place] = (int) Math.min(length, Integer.MAX_VALUE);
    if (style != (styleChanges == 0 ? 0 : styles[styleChanges - 1])) {
      addStyle(style);
    }
    size++;
  }

  private void addStyle(int style) {
    if (styleChanges == styles.length) {
      styledLines = Arrays.copyOf(styledLines, styleChanges * 2);
      styles = Arrays.copyOf(styles, styleChanges * 2);
    }
    styledLines[styleChanges] = size;
    styles[styleChanges++] = style;
  }

  long start(int line) {
    return starts.get(line / CHUNK)[line % CHUNK];
  }

  /** In bytes, without the line's end. */
  int length(int line) {
    return lengths.get(line / CHUNK)[line % CHUNK];
  }

  int style(int line) {
    int at = Arrays.binarySearch(styledLines, 0, styleChanges, line);
    int change = at >= 0 ? at : -at - 2;
    return change < 0 ? 0 : styles[change];
  }
}
