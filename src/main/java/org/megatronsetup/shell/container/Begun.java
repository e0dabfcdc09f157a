package org.megatronsetup.shell.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.megatronsetup.shell.Shell;

/**
 * Tells what a script in a container prints from what an engine says that did not get that far: the
 * first line is ours, and goes no further.
 */
final class Begun implements Shell.OutputSink {
  /** As {@code container/inside.sh} prints it. */
  private static final byte[] LINE = "megatron-setup-begins\n".getBytes(StandardCharsets.UTF_8);

  private static final int KEPT = 2_000;

  private final Shell.OutputSink sink;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private int matched;

  Begun(Shell.OutputSink sink) {
    this.sink = sink;
  }

  /** Whether the script was started. */
  synchronized boolean begun() {
    return matched == LINE.length;
  }

  /** What the engine said instead. */
  synchronized String said() {
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void output(byte[] buffer, int length) {
    int from = skip(buffer, length);
    if (from < length) {
      byte[] rest = from == 0 ? buffer : Arrays.copyOfRange(buffer, from, length);
      sink.output(rest, length - from);
    }
  }

  private synchronized int skip(byte[] buffer, int length) {
    int at = 0;
    while (at < length && matched < LINE.length) {
      // an engine that prints something else prints no line that begins like ours
      matched = buffer[at] == LINE[matched] ? matched + 1 : 0;
      at++;
    }
    return at;
  }

  @Override
  public void errors(byte[] buffer, int length) {
    keep(buffer, length);
    sink.errors(buffer, length);
  }

  private synchronized void keep(byte[] buffer, int length) {
    if (!begun() && errors.size() < KEPT) {
      errors.write(buffer, 0, Math.min(length, KEPT - errors.size()));
    }
  }
}
