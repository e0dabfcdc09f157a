package org.megatronsetup.shell;

import java.io.ByteArrayOutputStream;

/** Keeps both outputs; each is written by one thread and read after that thread has ended. */
public final class Collector implements Shell.OutputSink {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Override
  public void output(byte[] buffer, int length) {
    out.write(buffer, 0, length);
  }

  @Override
  public void errors(byte[] buffer, int length) {
    err.write(buffer, 0, length);
  }

  /** What a script printed that ended with this status. */
  public Shell.Finished finished(int exitStatus) {
    return new Shell.Finished(exitStatus, out.toByteArray(), err.toByteArray());
  }
}
