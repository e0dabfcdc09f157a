package org.megatronsetup.run.log;

/**
 * Finds the lines in the bytes of a log as they arrive. A carriage return starts the line over, as
 * progress bars mean it; before a line feed it is part of the line's end. One thread scans; any may
 * read what is published.
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
  private long position;
  private long start;
  private int startStyle;
  private boolean returned;
  private volatile OpenLine open = new OpenLine(0, 0, 0, 0);

  LineScanner(LineIndex index) {
    this.index = index;
  }

  void scan(byte[] bytes) {
    int i = 0;
    while (i < bytes.length) {
      if (!returned && controls.inText()) {
        i = skipText(bytes, i);
        if (i == bytes.length) {
          break;
        }
      }
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
      i++;
    }
    position += bytes.length;
    open = new OpenLine(index.size(), start, position - start, startStyle);
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

  OpenLine open() {
    return open;
  }

  /** Bytes scanned so far. */
  long position() {
    return open.start() + open.length();
  }
}
