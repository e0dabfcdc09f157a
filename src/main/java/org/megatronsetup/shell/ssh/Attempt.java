package org.megatronsetup.shell.ssh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.Service;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.words.Words;

/** Sends tries at signing in over one connection and tells what the server said. */
final class Attempt {
  private static final Duration PERSON = Duration.ofSeconds(110);

  private final SSHClient client;
  private final Hop hop;
  private final Duration patience;
  private int refusals;

  /**
   * @param patience how long the server may take to answer
   */
  Attempt(SSHClient client, Hop hop, Duration patience) {
    this.client = client;
    this.hop = hop;
    this.patience = patience;
  }

  /** What became of a try. */
  enum Outcome {
    IN,
    /** It was taken, and the server wants more. */
    PARTLY,
    REFUSED,
    /** Given up on this side; {@link Way#abandoned()} says why. */
    GIVEN_UP
  }

  /** What the server allows now. */
  List<String> allowed() {
    return List.copyOf(client.getUserAuth().getAllowedMethods());
  }

  /** Asks without anything what the server allows. */
  Outcome none() throws ContactException, InterruptedException {
    return outcome(new AuthNone(), patience);
  }

  Outcome send(Way way) throws ContactException, InterruptedException {
    way.onStop(e -> ((Service) client.getUserAuth()).notifyError(e));
    try (way) {
      return outcome(way, way.waitsForPerson() ? PERSON : patience);
    }
  }

  private Outcome outcome(AbstractAuthMethod method, Duration limit)
      throws ContactException, InterruptedException {
    boolean partlyBefore = client.getUserAuth().hadPartialSuccess();
    List<String> allowedBefore = allowed();
    Service next = (Service) client.getConnection();
    try {
      if (client.getUserAuth().authenticate(hop.user(), next, method, (int) limit.toMillis())) {
        return Outcome.IN;
      }
    } catch (SSHException e) {
      return failed(e, method);
    }
    // the library only remembers that some try was taken; a new list of methods tells of a later
    // one
    boolean partly =
        client.getUserAuth().hadPartialSuccess()
            && !(partlyBefore && allowed().equals(allowedBefore));
    if (partly) {
      return Outcome.PARTLY;
    }
    if (method instanceof Way) {
      refusals++;
    }
    return Outcome.REFUSED;
  }

  private Outcome failed(SSHException e, AbstractAuthMethod method)
      throws ContactException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (hungUpOnRefusals(e)) {
      throw new TooMany();
    }
    // the transport only says that it has ended after it has told us
    if (has(e, TransportException.class) || !client.getTransport().isRunning()) {
      throw new ContactException(Words.of("shell.sign-in.closed", hop.shown()), e);
    }
    if (e.getCause() instanceof RuntimeException ours) {
      throw ours;
    }
    if (method instanceof Way way && way.abandoned().isPresent()) {
      return Outcome.GIVEN_UP;
    }
    if (has(e, TimeoutException.class)) {
      throw new ContactException(
          method instanceof Way way && way.waitsForPerson()
              ? Words.of("shell.sign-in.questions-late", hop.shown())
              : Words.of("shell.sign-in.late", hop.shown()),
          e);
    }
    throw new ContactException(Words.of("shell.sign-in.odd", hop.shown()), e);
  }

  /** OpenSSH says so in words, others only with a reason, which can mean other things as well. */
  private boolean hungUpOnRefusals(SSHException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof TransportException ended) {
        DisconnectReason reason = ended.getDisconnectReason();
        return String.valueOf(ended.getMessage()).contains("Too many authentication failures")
            || reason == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE
            || (reason == DisconnectReason.PROTOCOL_ERROR && refusals > 0);
      }
    }
    return false;
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** The server hung up because of too many failures. */
  static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
