package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Stands between a client and a server, and breaks their connections in the ways of the world. */
public final class CutProxy implements AutoCloseable {

  /** A way to break. */
  public enum Cut {
    /** A packet that says so. */
    RESET,
    /** One direction ends, the other goes on. */
    HALF_CLOSE,
    /** Nothing comes through any more, and nobody says so. */
    BLACK_HOLE,
    /** Nothing is taken from the client any more, so that it must wait when it sends. */
    STALL
  }

  private final ServerSocket listener;
  private final int target;
  private final AtomicLong sent = new AtomicLong();
  private volatile boolean refusing;
  private final List<Pair> pairs = new CopyOnWriteArrayList<>();

  public CutProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket();
    // otherwise much would be taken in after the proxy has stopped to read
    listener.setReceiveBufferSize(1 << 17);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
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
  public int connections() {
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
    private volatile boolean stalled;

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
        case STALL -> stalled = true;
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
            while (stalled && !from.isClosed()) {
              LockSupport.parkNanos(20_000_000);
            }
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
