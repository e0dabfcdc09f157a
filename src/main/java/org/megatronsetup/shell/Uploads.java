package org.megatronsetup.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Writes files of this computer to a machine, so that a broken transfer can be taken up again. */
public interface Uploads {

  /**
   * Writes a file from an offset on to the same offset of a file there, which is made for this user
   * alone if there is none. What was written before the way broke stays.
   *
   * @param to absolute path there, in a folder that exists
   * @param progress hears up to which offset bytes were handed over; on the calling thread, a few
   *     times a second
   * @throws ContactException if the way broke or the machine took nothing for some time
   * @throws RefusedException if the machine answers, and does not take it
   * @throws IOException otherwise: the file of this computer cannot be read
   * @throws InterruptedException if the calling thread was interrupted; nothing is sent any more
   */
  void write(Path from, long offset, String to, LongConsumer progress)
      throws IOException, InterruptedException;

  /** The machine answers, and does not take a file: its disk may be full. */
  final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
