package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/**
 * Keeps hold of the socket under a connection. Closing it ends everything that waits on it at once,
 * where a polite goodbye would wait for a peer that is frozen.
 */
final class RawSockets extends UnconnectedSockets {
  private Optional<Socket> socket = Optional.empty();
  private boolean closed;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    Socket fresh = new Socket();
    fresh.setTcpNoDelay(true);
    socket = Optional.of(fresh);
    return fresh;
  }

  /** Whether anything took the connection. */
  synchronized boolean connected() {
    return socket.filter(Socket::isConnected).isPresent();
  }

  synchronized void close() {
    closed = true;
    socket.ifPresent(RawSockets::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone, which is all that was wanted
      return;
    }
  }
}
