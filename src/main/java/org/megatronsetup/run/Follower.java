package org.megatronsetup.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * Follows one run to its end. It keeps the offsets of what it has passed on, so a broken stream is
 * opened again from there and every byte is heard once. One script says where the run stands and
 * streams on: the record of the end is read before the last piece of log, so nothing is cut off.
 */
final class Follower {
  private static final int NO_SUCH_RUN = 3;

  private final Shell shell;
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
  private Optional<Instant> lost = Optional.empty();

  /** Whether the last event of the run itself said that it is over. */
  private boolean over;

  /**
   * @param patience how long the target may be out of reach before this gives up
   */
  Follower(
      Shell shell,
      String directory,
      String id,
      Consumer<RunEvent> listener,
      BackOff backOff,
      Duration patience) {
    this.shell = shell;
    this.directory = directory;
    this.id = id;
    this.listener = listener;
    this.backOff = backOff;
    this.patience = patience;
  }

  /** The final state, or unknown when the target stayed out of reach for longer than allowed. */
  RunState follow() throws InterruptedException {
    while (true) {
      try {
        over = false;
        Optional<RunState> end = stream();
        if (end.isPresent()) {
          return end.get();
        }
        if (!over) {
          backOff.pause();
        }
      } catch (ContactException e) {
        Instant now = Instant.now();
        lost = Optional.of(lost.orElse(now));
        announce(new RunState.Unknown(e.getMessage()));
        if (Duration.between(lost.get(), now).compareTo(patience) >= 0) {
          return announced;
        }
        backOff.pause();
      }
    }
  }

  /**
   * Streams until there is nothing more to come, or the run says that it is over: then another
   * stream has the rest.
   *
   * @return the final state, when this was all of it
   */
  private Optional<RunState> stream() throws ContactException, InterruptedException {
    Optional<RunState> stands = Optional.empty();
    try (RunStream stream = new RunStream(shell, directory, logOffset, lines.offset())) {
      while (!over || stands.filter(RunState::ended).isPresent()) {
        switch (stream.next()) {
          case RunStream.Piece.Stands(RunState state) -> {
            stands = Optional.of(state);
            stands(state);
          }
          case RunStream.Piece.Log(byte[] bytes) -> {
            backOff.reset();
            log(bytes);
          }
          case RunStream.Piece.Events(byte[] bytes) -> {
            backOff.reset();
            events(bytes);
          }
          case RunStream.Piece.End(int exitStatus) -> {
            check(exitStatus, stands);
            return stands.filter(RunState::ended).map(this::end);
          }
          case RunStream.Piece.Broken(ContactException cause) -> throw cause;
          case RunStream.Piece.Refused(SetupException cause) -> throw cause;
        }
      }
    }
    return Optional.empty();
  }

  private void stands(RunState state) {
    if (lost.isPresent()) {
      // the next loss of contact has nothing to do with this one
      lost = Optional.empty();
      backOff.reset();
    }
    if (!state.ended()) {
      announce(state);
    }
  }

  private void check(int exitStatus, Optional<RunState> stands) throws ContactException {
    if (exitStatus == NO_SUCH_RUN) {
      throw RunProblems.unknownRun(id);
    }
    if (stands.isEmpty() || exitStatus != 0) {
      throw new ContactException(Words.of("run.unread", id));
    }
  }

  /** Both files have been heard to their ends. */
  private RunState end(RunState state) {
    long offset = text.offset();
    say(offset, text.end());
    while (!early.isEmpty()) {
      pass(early.poll());
    }
    announce(state);
    return state;
  }

  private void events(byte[] bytes) {
    for (EventLine line : lines.next(bytes)) {
      if (line instanceof EventLine.OfRun run) {
        over = !run.begins();
      }
      early.add(line);
    }
    passDue();
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
