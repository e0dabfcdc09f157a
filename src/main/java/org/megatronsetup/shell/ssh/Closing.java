package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;

/** Closes a connection without being held up by a server that does not read any more. */
final class Closing {
  private static final Duration WAIT = Duration.ofSeconds(2);

  private Closing() {}

  static void now(SSHClient client) {
    Thread closing = Thread.ofVirtual().name("ssh-close").start(() -> close(client));
    try {
      closing.join(WAIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(SSHClient client) {
    try {
      client.close();
    } catch (IOException e) {
      // gone is gone
    }
  }
}
