package org.megatronsetup.run.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.megatronsetup.run.log.LogStore.Extent;
import org.megatronsetup.words.Words;

/**
 * Goes through the lines of a store for those with a text in them. Plain lines are compared as
 * bytes, only the others are parsed. Ends with {@link InterruptedException} when interrupted.
 */
final class LogScan {
  private static final int LINES = 2048;
  private static final int ROOM = 1 << 20;

  private final LogStore store;
  private final TextMatcher matcher;

  LogScan(LogStore store, String text) {
    this.store = store;
    this.matcher = new TextMatcher(text.toLowerCase(Locale.ROOT));
  }

  OptionalInt nearest(int from, boolean forward) throws InterruptedException {
    int[] found = {-1};
    int at = from;
    while (found[0] < 0 && at >= 0 && at < store.lineCount()) {
      if (forward) {
        scan(at, Math.min(at + LINES, store.lineCount()), line -> first(found, line));
        at += LINES;
      } else {
        scan(Math.max(0, at - LINES + 1), at + 1, line -> found[0] = line);
        at -= LINES;
      }
    }
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  private static void first(int[] found, int line) {
    if (found[0] < 0) {
      found[0] = line;
    }
  }

  /** Tells of every line that matches, in order. */
  void scan(int from, int to, IntConsumer hit) throws InterruptedException {
    try (RandomAccessFile file = store.spool().open()) {
      byte[] room = new byte[ROOM];
      for (int line = from; line < to; line += LINES) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        scan(file, room, line, store.extents(line, Math.min(to, line + LINES)), hit);
      }
    } catch (IOException e) {
      if (store.lineCount() > 0) {
        throw new UncheckedIOException(Words.of("run.log.not-searched"), e);
      }
    }
  }

  private void scan(
      RandomAccessFile file, byte[] room, int firstLine, List<Extent> extents, IntConsumer hit)
      throws IOException {
    long blockStart = 0;
    int inBlock = 0;
    for (int i = 0; i < extents.size(); i++) {
      Extent extent = extents.get(i);
      int length = (int) Math.min(extent.length(), LogStore.LINE_LIMIT);
      if (extent.start() < blockStart || extent.start() + length > blockStart + inBlock) {
        blockStart = extent.start();
        inBlock = LogSpool.read(file, blockStart, room, ROOM);
      }
      int at = (int) (extent.start() - blockStart);
      int there = Math.min(length, inBlock - at);
      if (matcher.matches(firstLine + i, room, at, there, extent)) {
        hit.accept(firstLine + i);
      }
    }
  }
}
