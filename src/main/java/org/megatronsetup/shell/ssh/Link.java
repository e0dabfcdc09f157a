package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;

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
    if (through.isEmpty()) {
      client.connect(hop.host(), hop.port());
    } else {
      // a way through another server has no socket whose reading could be bounded
      Thread watch = Thread.ofVirtual().start(this::endAfterBanner);
      try {
        client.connectVia(through.get().client.newDirectConnection(hop.host(), hop.port()));
      } finally {
        watch.interrupt();
      }
    }
    client.getTransport().setTimeoutMs(SIGN_IN_MILLIS);
  }

  private void endAfterBanner() {
    try {
      TimeUnit.MILLISECONDS.sleep(BANNER_MILLIS + EXCHANGE_MILLIS);
      socket.close();
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
    try {
      client.disconnect();
    } catch (IOException e) {
      // the socket under it is closed already
      return;
    }
  }
}
