package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;

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
      return new NoGreeting(
          "it took the connection and did not say in time that it is an SSH server; check the"
              + " port, or try again when the machine is less busy");
    }
    String said = String.valueOf(failure.getMessage());
    if (said.contains("SSHv2") || said.contains("identification:")) {
      return new NoGreeting("what answers there is no SSH server of today; check the port");
    }
    return new NoGreeting(
        "it hung up before it said anything; it may be no SSH server, or refuse this computer for a"
            + " while after failed sign-ins: check the port, wait some minutes and try again");
  }

  /** Where it greeted, and what came then is no SSH: that in words, else the failure as it is. */
  static IOException spoilt(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("packet length")
        ? new NoGreeting(
            "it began like an SSH server and went on with something else; something on the way may"
                + " change what it says: try another network or port")
        : failure;
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
