package org.megatronsetup.shell.ssh;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.megatronsetup.shell.Shell;

/**
 * Passes a script's output on, without what a login prints before the script begins. Not
 * thread-safe.
 */
final class Output {
  private static final byte[] MARK = (Bootstrap.BEGIN + "\n").getBytes(StandardCharsets.UTF_8);

  /** More than a greeting: whatever prints this much is no shell that runs what it is asked to. */
  private static final int MOST = 1 << 16;

  private final Shell.OutputSink sink;
  private byte[] before = new byte[0];
  private boolean begun;

  Output(Shell.OutputSink sink) {
    this.sink = sink;
  }

  void accept(byte[] buffer, int length) {
    if (begun) {
      sink.output(buffer, length);
      return;
    }
    int old = before.length;
    before = Arrays.copyOf(before, old + length);
    System.arraycopy(buffer, 0, before, old, length);
    int at = find(before);
    if (at >= 0) {
      begun = true;
      byte[] rest = Arrays.copyOfRange(before, at + MARK.length, before.length);
      before = Arrays.copyOf(before, at);
      if (rest.length > 0) {
        sink.output(rest, rest.length);
      }
    } else if (before.length > MOST) {
      // the mark may be cut in two: its length stays
      before = Arrays.copyOfRange(before, before.length - MARK.length, before.length);
    }
  }

  private static int find(byte[] text) {
    for (int i = 0; i + MARK.length <= text.length; i++) {
      if (Arrays.equals(text, i, i + MARK.length, MARK, 0, MARK.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the script has begun. */
  boolean begun() {
    return begun;
  }

  /** What came instead of the script, or before it. */
  String greeting() {
    return new String(before, StandardCharsets.UTF_8).strip();
  }
}
