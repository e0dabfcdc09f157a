package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file that is being sent, piece by piece: one thread sends, another looks how far it is and may
 * stop it.
 */
final class Sending {
  /** What every SFTP server takes in one request, with its head. */
  static final int PIECE = (1 << 15) - 1024;

  private final Path from;
  private final AtomicLong reached;
  private volatile boolean waiting;
  private volatile boolean stopped;

  /**
   * @param offset where it begins
   */
  Sending(Path from, long offset) {
    this.from = from;
    this.reached = new AtomicLong(offset);
  }

  /** Up to which offset it was handed over. */
  long reached() {
    return reached.get();
  }

  /** Whether all was handed over, and only answers are still due. */
  boolean isWaiting() {
    return waiting;
  }

  void stop() {
    stopped = true;
  }

  /**
   * Hands the rest of the file over.
   *
   * @throws UnreadableException if the file cannot be read
   */
  void copy(OutputStream to) throws IOException {
    byte[] piece = new byte[PIECE];
    try (FileChannel file = open()) {
      int length;
      while ((length = read(file, piece)) > 0) {
        if (stopped) {
          throw new InterruptedIOException("stopped");
        }
        to.write(piece, 0, length);
        reached.addAndGet(length);
      }
    }
    waiting = true;
  }

  private FileChannel open() throws UnreadableException {
    try {
      return FileChannel.open(from, StandardOpenOption.READ).position(reached.get());
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private static int read(FileChannel file, byte[] piece) throws UnreadableException {
    try {
      return file.read(ByteBuffer.wrap(piece));
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  /** The file of this computer cannot be read, which has nothing to do with the other machine. */
  static final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableException(IOException cause) {
      super(cause);
    }

    IOException failure() {
      return (IOException) getCause();
    }
  }
}
