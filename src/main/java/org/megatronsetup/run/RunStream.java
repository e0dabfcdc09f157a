package org.megatronsetup.run;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/**
 * Log and events of a run as they are written, over one script. A reader that does not keep up
 * makes the script wait, so memory stays bounded whatever the log's size.
 */
final class RunStream implements Shell.OutputSink, AutoCloseable {
  private static final int CAPACITY = 64;

  /** What comes out of a stream. */
  sealed interface Piece {
    /** Bytes of the log. */
    record Log(byte[] bytes) implements Piece {}

    /** Bytes of the events. */
    record Events(byte[] bytes) implements Piece {}

    /** The stream is over, which says nothing about the run. */
    record End() implements Piece {}

    /** The stream broke. */
    record Broken(ContactException cause) implements Piece {}
  }

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(CAPACITY);
  private final Shell.Running script;
  private volatile boolean closed;

  RunStream(Shell shell, String directory, long logOffset, long eventsOffset)
      throws ContactException {
    script =
        shell.start(
            Scripts.load(
                "run/follow.sh",
                List.of(directory, Long.toString(logOffset), Long.toString(eventsOffset))),
            this);
    Thread.ofVirtual().name("run-stream-end").start(this::awaitEnd);
  }

  /** Waits for the next piece. */
  Piece next() throws InterruptedException {
    return pieces.take();
  }

  @Override
  public void output(byte[] buffer, int length) {
    put(new Piece.Log(Arrays.copyOf(buffer, length)));
  }

  @Override
  public void errors(byte[] buffer, int length) {
    put(new Piece.Events(Arrays.copyOf(buffer, length)));
  }

  private void awaitEnd() {
    try {
      script.waitFor();
      put(new Piece.End());
    } catch (ContactException e) {
      put(new Piece.Broken(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void put(Piece piece) {
    try {
      boolean taken = false;
      while (!closed && !taken) {
        // the reader may be slow; look now and then whether it still wants to read
        taken = pieces.offer(piece, 50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    pieces.clear();
    script.close();
  }
}
