package org.megatronsetup.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Takes apart what {@code follow.sh} prints on its standard output: a line with the state, a line
 * with a number, so many bytes of events, then the log. Not thread-safe.
 */
final class StreamHead {
  private final Consumer<RunStream.Piece> pieces;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean stateRead;
  private long eventsLeft = -1;

  StreamHead(Consumer<RunStream.Piece> pieces) {
    this.pieces = pieces;
  }

  /** Whether everything before the log has been passed on. */
  boolean over() {
    return eventsLeft == 0;
  }

  void accept(byte[] buffer, int length) {
    int at = 0;
    while (at < length && eventsLeft < 0) {
      byte b = buffer[at];
      at++;
      if (b == '\n') {
        line(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
    int events = (int) Math.min(Math.max(0, eventsLeft), length - at);
    if (events > 0) {
      eventsLeft -= events;
      pieces.accept(new RunStream.Piece.Events(Arrays.copyOfRange(buffer, at, at + events)));
      at += events;
    }
    if (at < length) {
      pieces.accept(new RunStream.Piece.Log(Arrays.copyOfRange(buffer, at, length)));
    }
  }

  private void line(String text) {
    if (stateRead) {
      eventsLeft = Long.parseLong(text.strip());
    } else {
      stateRead = true;
      pieces.accept(new RunStream.Piece.Stands(States.state(text)));
    }
  }
}
