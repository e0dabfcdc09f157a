package org.megatronsetup.run;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/**
 * Where a run stands, then its log and events as they are written, over one script. A reader that
 * does not keep up makes the script wait, so memory stays bounded whatever the log's size.
 */
final class RunStream implements Shell.OutputSink, AutoCloseable {
  private static final int CAPACITY = 64;

  /** Written by the script now and then, to find out whether anybody reads. */
  private static final byte HEARTBEAT = 6;

  /** What comes out of a stream. */
  sealed interface Piece {
    /** Where the run stood when the script began; comes first. */
    record Stands(RunState state) implements Piece {}

    /** Bytes of the log. */
    record Log(byte[] bytes) implements Piece {}

    /** Bytes of the events. */
    record Events(byte[] bytes) implements Piece {}

    /** The stream is over, which says nothing about the run. */
    record End(int exitStatus) implements Piece {}

    /** The stream broke. */
    record Broken(ContactException cause) implements Piece {}

    /** There is something in the way that the person has to know of. */
    record Refused(SetupException cause) implements Piece {}
  }

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(CAPACITY);
  private final StreamHead head = new StreamHead(this::put);
  private final ByteArrayOutputStream early = new ByteArrayOutputStream();
  private final Shell.Running script;
  private volatile boolean closed;
  private volatile boolean headOver;

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
    if (headOver) {
      put(new Piece.Log(Arrays.copyOf(buffer, length)));
      return;
    }
    head.accept(buffer, length);
    if (head.over()) {
      synchronized (early) {
        headOver = true;
        if (early.size() > 0) {
          put(new Piece.Events(early.toByteArray()));
        }
      }
    }
  }

  @Override
  public void errors(byte[] buffer, int length) {
    byte[] events = withoutHeartbeats(buffer, length);
    synchronized (early) {
      if (!headOver) {
        // those before them are still to come, on the other stream
        early.writeBytes(events);
        return;
      }
    }
    if (events.length > 0) {
      put(new Piece.Events(events));
    }
  }

  private static byte[] withoutHeartbeats(byte[] buffer, int length) {
    byte[] events = new byte[length];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] != HEARTBEAT) {
        events[kept] = buffer[i];
        kept++;
      }
    }
    return Arrays.copyOf(events, kept);
  }

  private void awaitEnd() {
    try {
      put(new Piece.End(script.waitFor()));
    } catch (ContactException e) {
      put(new Piece.Broken(e));
    } catch (SetupException e) {
      put(new Piece.Refused(e));
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
