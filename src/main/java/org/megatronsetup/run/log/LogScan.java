package org.megatronsetup.run.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.List;
import org.megatronsetup.run.log.LogStore.Extent;
import org.megatronsetup.words.Words;

/** Reads lines of a store one after the other. Ends with an exception when interrupted. */
final class LogScan {
  private static final int LINES = 2048;
  private static final int ROOM = 1 << 20;

  private final LogStore store;

  LogScan(LogStore store) {
    this.store = store;
  }

  /** Has every line looked at, in order; none any more once the store is closed. */
  void scan(int from, int to, LineReader reader) throws InterruptedException {
    if (from >= to) {
      return;
    }
    try (RandomAccessFile file = store.spool().open()) {
      byte[] room = new byte[ROOM];
      for (int line = from; line < to; line += LINES) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        scan(file, room, line, store.extents(line, Math.min(to, line + LINES)), reader);
      }
    } catch (IOException e) {
      if (store.lineCount() > 0) {
        throw new UncheckedIOException(Words.of("run.log.not-read"), e);
      }
    }
  }

  private static void scan(
      RandomAccessFile file, byte[] room, int firstLine, List<Extent> extents, LineReader reader)
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
      reader.read(firstLine + i, room, at, Math.min(length, inBlock - at), extent);
    }
  }
}
