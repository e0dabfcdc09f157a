package org.megatronsetup.run.log;

/**
 * Finds the lines in the bytes of a log as they arrive. A carriage return starts the line over, as
 * progress bars mean it; before a line feed it is part of the line's end. Not thread-safe.
 */
final class LineScanner {
  private final LineIndex index;
  private final ControlSequences controls = new ControlSequences();
  private long position;
  private long start;
  private int startStyle;
  private boolean returned;

  LineScanner(LineIndex index) {
    this.index = index;
  }

  void scan(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        endLine(position + i);
      } else if (b == '\r') {
        returned = true;
      } else {
        if (returned) {
          restart(position + i);
        }
        if (b == 0x1b || !controls.inText()) {
          controls.accept(b & 0xff);
        }
      }
    }
    position += bytes.length;
  }

  private void endLine(long at) {
    index.add(start, at - start, startStyle);
    controls.abandon();
    returned = false;
    start = at + 1;
    startStyle = controls.style();
  }

  private void restart(long at) {
    returned = false;
    start = at;
    startStyle = controls.style();
  }

  /** Whether there is a last line without an end. */
  boolean hasOpenLine() {
    return position > start;
  }

  long openStart() {
    return start;
  }

  long openLength() {
    return position - start;
  }

  int openStyle() {
    return startStyle;
  }
}
