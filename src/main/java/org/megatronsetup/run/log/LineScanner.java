package org.megatronsetup.run.log;

import java.util.Optional;

/**
 * Finds the lines in the bytes of a log as they arrive. A carriage return starts the line over, as
 * progress bars mean it; before a line feed it is part of the line's end. Of pip's lines of
 * progress that follow one another only the last counts, and it stays open until something else
 * comes. One thread scans; any may read what is published.
 */
final class LineScanner {
  /**
   * A last line without an end.
   *
   * @param line its number
   * @param length 0: there is none
   */
  record OpenLine(int line, long start, long length, int style) {}

  private final LineIndex index;
  private final ControlSequences controls = new ControlSequences();
  private final RawProgress progress = new RawProgress();
  private long start;
  private int startStyle;
  private boolean returned;

  /** A line of progress whose place the next one may take. */
  private Optional<OpenLine> held = Optional.empty();

  private volatile long position;
  private volatile OpenLine open = new OpenLine(0, 0, 0, 0);

  LineScanner(LineIndex index) {
    this.index = index;
  }

  void scan(byte[] bytes) {
    long before = position;
    int i = 0;
    while (i < bytes.length) {
      if (!returned && controls.inText() && !progress.possible()) {
        i = skipText(bytes, i);
        if (i == bytes.length) {
          break;
        }
      }
      accept(bytes[i], before + i);
      i++;
    }
    long end = before + bytes.length;
    open = held.orElse(new OpenLine(index.size(), start, end - start, startStyle));
    position = end;
  }

  private void accept(byte b, long at) {
    if (b == '\n') {
      endLine(at);
      return;
    }
    if (progress.possible()) {
      progress.accept(b);
      if (!progress.possible()) {
        letGo();
      }
    }
    if (b == '\r') {
      returned = true;
      return;
    }
    if (returned) {
      restart(at);
    }
    if (b == 0x1b || !controls.inText()) {
      controls.accept(b & 0xff);
    }
  }

  /** Nearly all of a log is text, so this loop does nothing else. */
  private static int skipText(byte[] bytes, int from) {
    int i = from;
    while (i < bytes.length) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r' || b == 0x1b) {
        break;
      }
      i++;
    }
    return i;
  }

  private void endLine(long at) {
    if (progress.complete()) {
      held = Optional.of(new OpenLine(index.size(), start, at - start, startStyle));
    } else {
      letGo();
      index.add(start, at - start, startStyle);
    }
    controls.abandon();
    progress.begin();
    returned = false;
    start = at + 1;
    startStyle = controls.style();
  }

  /** What comes is no progress, so the line before it was the last of them. */
  private void letGo() {
    held.ifPresent(line -> index.add(line.start(), line.length(), line.style()));
    held = Optional.empty();
  }

  private void restart(long at) {
    returned = false;
    start = at;
    startStyle = controls.style();
  }

  OpenLine open() {
    return open;
  }

  /** Bytes scanned so far. */
  long position() {
    return position;
  }
}
