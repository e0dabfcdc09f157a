package org.megatronsetup.run.log;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.words.Words;

/**
 * The bytes of a log in a temporary file that only its owner can read. Plain streams, not channels:
 * interrupting a thread that reads must not close the file for all others.
 */
final class LogSpool implements Closeable {
  private static final int BLOCK = 1 << 16;

  private final Path file;
  private final FileOutputStream out;
  private final RandomAccessFile in;

  LogSpool(Path folder) throws IOException {
    file = Files.createTempFile(folder, "log-", ".txt");
    file.toFile().deleteOnExit();
    out = new FileOutputStream(file.toFile());
    in = new RandomAccessFile(file.toFile(), "r");
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Reads as many bytes from a position as there are, up to the room; returns how many. */
  int read(long position, byte[] room, int wanted) throws IOException {
    synchronized (in) {
      return read(in, position, room, wanted);
    }
  }

  /** A reader of one's own, so that long scans do not keep others waiting. */
  RandomAccessFile open() throws IOException {
    return new RandomAccessFile(file.toFile(), "r");
  }

  static int read(RandomAccessFile from, long position, byte[] room, int wanted)
      throws IOException {
    from.seek(position);
    int got = 0;
    while (got < wanted) {
      int n = from.read(room, got, wanted - got);
      if (n < 0) {
        break;
      }
      got += n;
    }
    return got;
  }

  void copyTo(Path target, long bytes) throws IOException {
    try (InputStream source = Files.newInputStream(file);
        OutputStream copy = Files.newOutputStream(target)) {
      byte[] block = new byte[BLOCK];
      long left = bytes;
      while (left > 0) {
        int n = source.read(block, 0, (int) Math.min(BLOCK, left));
        if (n < 0) {
          throw new IOException(Words.of("run.log.ended-early"));
        }
        copy.write(block, 0, n);
        left -= n;
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      synchronized (in) {
        in.close();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
