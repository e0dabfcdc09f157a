package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.megatronsetup.words.Words;

/**
 * Something took the connection and did not say that it is an SSH server. The message is half a
 * sentence for people.
 */
final class NoGreeting extends IOException {
  private static final long serialVersionUID = 1L;

  private NoGreeting(String message) {
    super(message);
  }

  /**
   * @param late whether this side gave up waiting, and that is why it failed
   */
  static NoGreeting of(IOException failure, boolean late) {
    if (late || has(failure, SocketTimeoutException.class)) {
      return new NoGreeting(Words.of("shell.ssh.greeting.late"));
    }
    String said = String.valueOf(failure.getMessage());
    if (said.contains("SSHv2") || said.contains("identification:")) {
      return new NoGreeting(Words.of("shell.ssh.greeting.old"));
    }
    return new NoGreeting(Words.of("shell.ssh.greeting.none"));
  }

  /** Where it greeted, and what came then is no SSH: that in words, else the failure as it is. */
  static IOException spoilt(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("packet length")
        ? new NoGreeting(Words.of("shell.ssh.greeting.spoilt"))
        : failure;
  }

  /** Whether something took the connection and threw it away, however far this side had come. */
  static boolean reset(IOException failure) {
    String said = String.valueOf(failure.getMessage());
    return has(failure, SocketException.class) && said.toLowerCase(Locale.ROOT).contains("reset");
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
