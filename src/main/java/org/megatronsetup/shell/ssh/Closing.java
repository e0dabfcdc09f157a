package org.megatronsetup.shell.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;

/** Closes without being held up by a server that does not read any more, or by what broke. */
final class Closing {
  private static final Duration WAIT = Duration.ofSeconds(2);

  private Closing() {}

  static void now(SSHClient client) {
    Thread closing = Thread.ofVirtual().name("ssh-close").start(() -> quietly(client));
    try {
      closing.join(WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Closes what may be broken already, or gone. A piece that could not be sent is sent once more by
   * the library when it closes the stream, and then finds no room for its head before it.
   */
  static void quietly(Closeable what) {
    try {
      what.close();
    } catch (IOException | ArrayIndexOutOfBoundsException e) {
      // gone is gone
      return;
    }
  }
}
