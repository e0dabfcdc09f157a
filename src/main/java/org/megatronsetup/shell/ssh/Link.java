package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.TransportException;

/**
 * A connection to one hop, directly or through another. Times: 10 s to reach it, 15 s for its
 * banner, 30 s for an answer in the exchange of keys, 110 s for all of the sign-in (OpenSSH's own
 * limit is 120 s), 15 s until a frozen peer is given up.
 */
final class Link {
  private static final int REACH_MILLIS = 10_000;
  private static final int BANNER_MILLIS = 15_000;
  private static final int EXCHANGE_MILLIS = 30_000;
  private static final int SIGN_IN_MILLIS = 110_000;
  private static final int ALIVE_SECONDS = 5;
  private static final int ALIVE_MISSED = 3;

  private final Hop hop;
  private final SSHClient client;
  private final RawSockets socket;

  /** Whether this gave up waiting for a greeting. */
  private volatile boolean late;

  Link(Hop hop, RawSockets socket) {
    this.hop = hop;
    this.socket = socket;
    client = new SSHClient(Algorithms.modern());
    client.setSocketFactory(socket);
    client.setConnectTimeout(REACH_MILLIS);
    client.setTimeout(BANNER_MILLIS);
    client.getTransport().setTimeoutMs(EXCHANGE_MILLIS);
    KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
    keepAlive.setKeepAliveInterval(ALIVE_SECONDS);
    keepAlive.setMaxAliveCount(ALIVE_MISSED);
  }

  void connect(Optional<Link> through, HostKeys keys) throws IOException {
    client.addHostKeyVerifier(keys);
    // the library waits for ever for the greeting of a server that says a word now and then, or
    // that is behind another one, where no socket has a limit
    Thread watch = Thread.ofVirtual().name("ssh-greeting").start(this::endWithoutGreeting);
    try {
      if (through.isEmpty()) {
        client.connect(hop.host(), hop.port());
      } else {
        client.connectVia(through.get().client.newDirectConnection(hop.host(), hop.port()));
      }
    } catch (IOException e) {
      boolean taken = socket.connected() || NoGreeting.reset(e);
      boolean waited = taken && through.isEmpty() && !greeted();
      throw late || waited ? NoGreeting.of(e, late) : NoGreeting.spoilt(whyItEnded(e));
    } finally {
      watch.interrupt();
    }
    client.getTransport().setTimeoutMs(SIGN_IN_MILLIS);
  }

  /**
   * Whoever writes to a connection that its reader has just closed only hears that it is closed.
   */
  private IOException whyItEnded(IOException heard) {
    if (!greeted()) {
      return heard;
    }
    try {
      client.getTransport().join(1, TimeUnit.SECONDS);
      return heard;
    } catch (TransportException e) {
      return e.getCause() instanceof TimeoutException ? heard : e;
    }
  }

  private boolean greeted() {
    try {
      return client.getTransport().getServerVersion() != null;
    } catch (StringIndexOutOfBoundsException e) {
      // while the greeting is read the library has an empty one
      return false;
    }
  }

  private void endWithoutGreeting() {
    try {
      TimeUnit.MILLISECONDS.sleep(REACH_MILLIS + BANNER_MILLIS);
      if (!greeted()) {
        late = true;
        socket.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  SSHClient client() {
    return client;
  }

  Hop hop() {
    return hop;
  }

  /** The sign-in is over: from now on an answer is due within the usual time. */
  void signedIn() {
    client.getTransport().setTimeoutMs(EXCHANGE_MILLIS);
  }

  /** Says goodbye; may wait for the peer, so never on a thread that anybody waits for. */
  void disconnect() {
    Closing.quietly(client);
  }
}
