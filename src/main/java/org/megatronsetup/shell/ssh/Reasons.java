package org.megatronsetup.shell.ssh;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.transport.TransportException;

/** Why a connection failed, as half a sentence. */
final class Reasons {
  private Reasons() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case UnknownHostException _ -> ": no such host is known";
      case ConnectException _ -> ": " + root.getMessage();
      case NoRouteToHostException _ -> ": there is no way to that host";
      case SocketTimeoutException _ -> ": it did not answer in time";
      case TimeoutException _ -> ": it did not answer in time";
      // the library's word for a connection that just ended
      case TransportException e when e.getMessage() != null && e.getMessage().contains("EOF") ->
          ": the other side ended it";
      default -> root.getMessage() == null ? "" : ": " + root.getMessage();
    };
  }
}
