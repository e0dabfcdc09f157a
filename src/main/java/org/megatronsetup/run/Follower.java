package org.megatronsetup.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;

/**
 * Follows one run to its end. It keeps the offsets of what it has passed on, so a broken stream is
 * opened again from there and every byte is heard once. The record of the end is read before the
 * last piece of log, so nothing is cut off.
 */
final class Follower {
  private static final int PIECE = 1 << 20;

  private final Shell shell;
  private final States states;
  private final String id;
  private final String directory;
  private final Consumer<RunEvent> listener;
  private final BackOff backOff;
  private final Duration patience;

  private final Utf8Pieces text = new Utf8Pieces();
  private final EventLines lines = new EventLines();
  private final Deque<EventLine> early = new ArrayDeque<>();
  private long logOffset;
  private RunState announced = new RunState.Waiting();

  /**
   * @param patience how long the target may be out of reach before this gives up
   */
  Follower(
      Shell shell,
      States states,
      String directory,
      String id,
      Consumer<RunEvent> listener,
      BackOff backOff,
      Duration patience) {
    this.shell = shell;
    this.states = states;
    this.directory = directory;
    this.id = id;
    this.listener = listener;
    this.backOff = backOff;
    this.patience = patience;
  }

  /** The final state, or unknown when the target stayed out of reach for longer than allowed. */
  RunState follow() throws InterruptedException {
    Instant lost = Instant.MAX;
    while (true) {
      try {
        boolean heardEnd = stream();
        RunState state = states.read(id);
        lost = Instant.MAX;
        if (state.ended()) {
          drain();
          announce(state);
          return state;
        }
        announce(state);
        if (!heardEnd) {
          backOff.pause();
        }
      } catch (ContactException e) {
        Instant now = Instant.now();
        lost = lost.equals(Instant.MAX) ? now : lost;
        announce(new RunState.Unknown(e.getMessage()));
        if (Duration.between(lost, now).compareTo(patience) >= 0) {
          return announced;
        }
        backOff.pause();
      }
    }
  }

  /** Streams until something says that the run is over (true), or the stream just ends (false). */
  private boolean stream() throws ContactException, InterruptedException {
    if (announced instanceof RunState.Unknown) {
      // after a gap say first where the run stands
      RunState state = states.read(id);
      if (state.ended()) {
        return true;
      }
      announce(state);
    }
    if (catchUp()) {
      return true;
    }
    try (RunStream stream = new RunStream(shell, directory, logOffset, lines.offset())) {
      while (true) {
        switch (stream.next()) {
          case RunStream.Piece.Log log -> log(log.bytes());
          case RunStream.Piece.Events events -> {
            if (events(events.bytes())) {
              return true;
            }
          }
          case RunStream.Piece.End _ -> {
            return false;
          }
          case RunStream.Piece.Broken broken -> throw broken.cause();
        }
        backOff.reset();
      }
    }
  }

  /**
   * Reads the events that are there already, so that they come between the pieces of the log that
   * they belong to. Whether the run said that it is over.
   */
  private boolean catchUp() throws ContactException, InterruptedException {
    boolean over = false;
    byte[] piece;
    do {
      piece = readEvents();
      over |= events(piece);
    } while (piece.length == PIECE);
    return over;
  }

  private byte[] readEvents() throws ContactException, InterruptedException {
    try {
      return shell.readFile(directory + "/events", lines.offset(), PIECE);
    } catch (ContactException e) {
      // no run, or one that is just being written, is another matter than no answer
      if (states.read(id) instanceof RunState.Waiting) {
        return new byte[0];
      }
      throw e;
    }
  }

  /** Reads to the ends of both files; the run is over, so they do not grow any more. */
  private void drain() throws ContactException, InterruptedException {
    catchUp();
    byte[] piece;
    do {
      piece = shell.readFile(directory + "/log", logOffset, PIECE);
      log(piece);
    } while (piece.length == PIECE);
    long offset = text.offset();
    say(offset, text.end());
    while (!early.isEmpty()) {
      pass(early.poll());
    }
  }

  /** Whether the run said that it is over. */
  private boolean events(byte[] bytes) {
    boolean over = false;
    for (EventLine line : lines.next(bytes)) {
      over |= line instanceof EventLine.OfRun run && !run.begins();
      early.add(line);
    }
    passDue();
    return over;
  }

  private void log(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      int to = bytes.length;
      if (!early.isEmpty() && early.peek().logOffset() - logOffset < to - from) {
        // a step begins inside this piece
        to = from + (int) Math.max(0, early.peek().logOffset() - logOffset);
      }
      long offset = text.offset();
      say(offset, text.next(bytes, from, to - from));
      logOffset += to - from;
      from = to;
      passDue();
    }
  }

  private void passDue() {
    while (!early.isEmpty() && early.peek().logOffset() <= logOffset) {
      pass(early.poll());
    }
  }

  private void pass(EventLine line) {
    switch (line) {
      case EventLine.OfStep step -> listener.accept(step.event());
      case EventLine.OfRun run -> {
        if (run.begins()) {
          announce(new RunState.Running());
        }
      }
    }
  }

  private void say(long offset, String said) {
    if (!said.isEmpty()) {
      listener.accept(new RunEvent.Output(offset, said));
    }
  }

  private void announce(RunState state) {
    boolean again =
        state.equals(announced)
            || (state instanceof RunState.Unknown && announced instanceof RunState.Unknown);
    announced = state;
    if (!again) {
      listener.accept(new RunEvent.StateChanged(state));
    }
  }
}
