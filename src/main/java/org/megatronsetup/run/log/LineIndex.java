package org.megatronsetup.run.log;

import java.util.Arrays;

/**
 * Where each complete line lies in the file: twelve bytes a line, in chunks that are never copied.
 * The look in force at the start of a line is kept only where it changes. One thread writes; any
 * thread may read without waiting: a line is published by the new size, after all that belongs to
 * it, and what is published does not change.
 */
final class LineIndex {
  private static final int CHUNK = 4096;

  private volatile Chunk[] chunks = new Chunk[16];
  private volatile int size;
  private volatile Styles styles = new Styles(new int[16], new int[16]);
  private volatile int styleChanges;

  private record Chunk(long[] starts, int[] lengths) {}

  private record Styles(int[] lines, int[] codes) {}

  int size() {
    return size;
  }

  void add(long start, long length, int style) {
    int line = size;
    Chunk chunk = chunk(line);
    chunk.starts()[line % CHUNK] = start;
    chunk.lengths()[line % CHUNK] = (int) Math.min(length, Integer.MAX_VALUE);
    if (style != (styleChanges == 0 ? 0 : styles.codes()[styleChanges - 1])) {
      addStyle(line, style);
    }
    publish(line + 1, styleChanges);
  }

  private Chunk chunk(int line) {
    int number = line / CHUNK;
    if (number == chunks.length) {
      chunks = Arrays.copyOf(chunks, number * 2);
    }
    Chunk[] all = chunks;
    if (all[number] == null) {
      all[number] = new Chunk(new long[CHUNK], new int[CHUNK]);
    }
    return all[number];
  }

  private void addStyle(int line, int code) {
    int count = styleChanges;
    Styles all = styles;
    if (count == all.lines().length) {
      all =
          new Styles(Arrays.copyOf(all.lines(), count * 2), Arrays.copyOf(all.codes(), count * 2));
    }
    all.lines()[count] = line;
    all.codes()[count] = code;
    styles = all;
    publish(line, count + 1);
  }

  private void publish(int lines, int changes) {
    styleChanges = changes;
    size = lines;
  }

  long start(int line) {
    return chunks[line / CHUNK].starts()[line % CHUNK];
  }

  /** In bytes, without the line's end. */
  int length(int line) {
    return chunks[line / CHUNK].lengths()[line % CHUNK];
  }

  int style(int line) {
    int count = styleChanges;
    Styles all = styles;
    int at = Arrays.binarySearch(all.lines(), 0, count, line);
    int change = at >= 0 ? at : -at - 2;
    return change < 0 ? 0 : all.codes()[change];
  }
}
