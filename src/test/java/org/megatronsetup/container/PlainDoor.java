package org.megatronsetup.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * In front of a server that speaks plain HTTP: says so at once to clients that begin with TLS, as
 * real servers do. The JDK's own would let them wait.
 */
final class PlainDoor implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 0x16;

  private final ServerSocket socket;
  private final int behind;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PlainDoor(int behind) {
    this.behind = behind;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> pass(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void pass(Socket client) {
    try (client) {
      int first = client.getInputStream().read();
      if (first == TLS_HANDSHAKE) {
        client
            .getOutputStream()
            .write("HTTP/1.0 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else if (first >= 0) {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
          server.getOutputStream().write(first);
          threads.execute(() -> copy(server, client));
          copy(client, server);
        }
      }
    } catch (IOException e) {
      // a client that went away is the client's matter
      return;
    }
  }

  /** Ends both, so that each side hears that the other went away. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
