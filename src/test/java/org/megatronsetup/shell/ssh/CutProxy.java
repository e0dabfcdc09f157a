package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a client and a server, and breaks their connections in the ways of the world. */
public final class CutProxy implements AutoCloseable {

  /** A way to break. */
  public enum Cut {
    /** A packet that says so. */
    RESET,
    /** One direction ends, the other goes on. */
    HALF_CLOSE,
    /** Nothing comes through any more, and nobody says so. */
    BLACK_HOLE
  }

  private final ServerSocket listener;
  private final int target;
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean refusing;
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();

  public CutProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Whether nobody comes through any more. */
  public void refuse(boolean now) {
    refusing = now;
  }

  /** How many connections there were. */
  int connections() {
    return pairs.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (refusing) {
          client.close();
          continue;
        }
        Pair pair = new Pair(client, new Socket(InetAddress.getLoopbackAddress(), target));
        pairs.add(pair);
        Thread.ofVirtual().start(() -> pair.pump(pair.client, pair.server));
        Thread.ofVirtual().start(() -> pair.pump(pair.server, pair.client));
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  /** How many bytes came from clients. */
  long sent() {
    return sent.get();
  }

  public void cut(Cut how) throws IOException {
    for (Pair pair : pairs) {
      pair.cut(how);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Pair pair : pairs) {
      pair.client.close();
      pair.server.close();
    }
  }

  private final class Pair {
    private final Socket client;
    private final Socket server;
    private volatile boolean swallowed;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void cut(Cut how) throws IOException {
      switch (how) {
        case RESET -> {
          for (Socket socket : List.of(client, server)) {
            if (!socket.isClosed()) {
              socket.setSoLinger(true, 0);
              socket.close();
            }
          }
        }
        case HALF_CLOSE -> {
          if (!client.isClosed() && !client.isOutputShutdown()) {
            client.shutdownOutput();
          }
        }
        case BLACK_HOLE -> swallowed = true;
      }
    }

    void pump(Socket from, Socket to) {
      byte[] buffer = new byte[1 << 15];
      try (InputStream in = from.getInputStream();
          OutputStream out = to.getOutputStream()) {
        int length;
        while ((length = in.read(buffer)) >= 0) {
          if (from.equals(client)) {
            sent.addAndGet(length);
          }
          if (!swallowed) {
            out.write(buffer, 0, length);
            out.flush();
          }
        }
      } catch (IOException e) {
        // one side is gone, so the other is let go
        return;
      }
    }
  }
}
