package org.megatronsetup.shell;

import java.time.Duration;
import java.util.Optional;

/**
 * An open way to run scripts and move files on one machine. Safe for use by several threads.
 *
 * <p>Everything long is started detached on the machine and only followed through here, so a shell
 * may break at any time without harm.
 */
public interface Shell extends AutoCloseable {

  /** What to call the machine on a screen, such as {@code this computer}. */
  String machine();

  /**
   * Runs a script to its end.
   *
   * @throws ContactException if the machine cannot be reached, or the limit passed
   * @throws InterruptedException if the calling thread was interrupted; the script is ended then
   */
  Finished run(Script script, Duration limit) throws ContactException, InterruptedException;

  /** Starts a script whose output is wanted while it runs. */
  Running start(Script script, OutputSink sink) throws ContactException;

  /**
   * Writes a file whole, by a temporary name and a rename.
   *
   * @param mode octal permissions, such as {@code 0600}
   */
  void writeFile(String path, byte[] content, int mode)
      throws ContactException, InterruptedException;

  /**
   * Reads a piece of a file.
   *
   * @return at most {@code limit} bytes from {@code offset} on; fewer only at the end of the file
   * @throws ContactException also when there is no such file
   */
  byte[] readFile(String path, long offset, int limit)
      throws ContactException, InterruptedException;

  /** How files of this computer get to the machine; empty: they are there already. */
  default Optional<Uploads> uploads() {
    return Optional.empty();
  }

  @Override
  void close();

  /**
   * @param exitStatus of the script; 128 + n if signal n ended it
   */
  record Finished(int exitStatus, byte[] output, byte[] errors) {}

  /** Takes output as it comes, on a thread of the shell's; both streams are always drained. */
  interface OutputSink {
    void output(byte[] buffer, int length);

    void errors(byte[] buffer, int length);
  }

  /** A started script. */
  interface Running extends AutoCloseable {

    /** Waits for the end, with all output delivered. */
    int waitFor() throws ContactException, InterruptedException;

    /** Ends the script if it still runs. Never blocks for long. */
    @Override
    void close();
  }
}
