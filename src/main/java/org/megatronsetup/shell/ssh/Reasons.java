package org.megatronsetup.shell.ssh;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.transport.TransportException;
import org.megatronsetup.words.Words;

/** Why a connection failed, as half a sentence. */
final class Reasons {
  private Reasons() {}

  /** Empty: it says nothing. */
  static Optional<String> of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case UnknownHostException _ -> Optional.of(Words.of("shell.ssh.reason.unknown-host"));
      case ConnectException _ -> Optional.of(String.valueOf(root.getMessage()));
      case NoRouteToHostException _ -> Optional.of(Words.of("shell.ssh.reason.no-way"));
      case SocketTimeoutException _ -> Optional.of(Words.of("shell.ssh.reason.late"));
      case TimeoutException _ -> Optional.of(Words.of("shell.ssh.reason.late"));
      // the library's word for a connection that just ended
      case TransportException e when e.getMessage() != null && e.getMessage().contains("EOF") ->
          Optional.of(Words.of("shell.ssh.reason.ended"));
      default -> Optional.ofNullable(root.getMessage());
    };
  }
}
