package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** An open way to the last hop of a route, signed in on each. Once broken it stays so. */
final class SshConnection implements AutoCloseable {
  private final Route route;
  private final List<Link> links = new ArrayList<>();
  private final RawSockets socket = new RawSockets();
  private volatile boolean closed;

  private SshConnection(Route route) {
    this.route = route;
  }

  /**
   * Opens the way. Interrupting ends the attempt at once.
   *
   * @param ownKeys file that accepted host keys are kept in
   * @throws SetupException if a host key or a sign-in stands in the way
   * @throws ContactException if a server cannot be reached
   */
  static SshConnection open(Route route, Path ownKeys, SshDialog dialog, Secrets secrets)
      throws ContactException, InterruptedException {
    SshConnection connection = new SshConnection(route);
    FutureTask<Void> opening =
        new FutureTask<>(
            () -> {
              connection.openAll(ownKeys, dialog, secrets);
              return null;
            });
    Thread.ofPlatform().daemon().name("ssh-open").start(opening);
    try {
      opening.get();
      return connection;
    } catch (InterruptedException e) {
      connection.close();
      // somebody may just be asked something
      opening.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      connection.close();
      throw rethrown(e.getCause(), connection);
    }
  }

  private static ContactException rethrown(Throwable cause, SshConnection connection) {
    return switch (cause) {
      case SetupException e -> throw e;
      case ContactException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> connection.notReached(cause);
    };
  }

  private void openAll(Path ownKeys, SshDialog dialog, Secrets secrets)
      throws IOException, InterruptedException {
    Optional<Link> through = Optional.empty();
    for (Hop hop : route.hops()) {
      HostKeys keys = new HostKeys(hop, ownKeys, dialog);
      Link link;
      try {
        link = reach(hop, through, keys);
      } catch (IOException e) {
        if (keys.problem().isEmpty()) {
          throw failed(hop, through, e);
        }
        if (!keys.acceptedWhenAsked()) {
          throw new SetupException(List.of(keys.problem().get()), e);
        }
        link = reach(hop, through, keys);
      }
      new SignIn(secrets).signIn(link.client(), hop, dialog);
      link.signedIn();
      dialog.passed(
          hop, hop.equals(target()) ? SshDialog.Stage.SIGNED_IN : SshDialog.Stage.PASSED_THROUGH);
      through = Optional.of(link);
    }
  }

  private static IOException failed(Hop hop, Optional<Link> through, IOException cause) {
    boolean forbidden =
        cause instanceof OpenFailException refusal
            && refusal.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED;
    Optional<Problem> problem =
        through
            .filter(_ -> forbidden)
            .map(gate -> RouteProblems.noForwarding(gate.hop(), hop))
            .or(() -> NoSettlement.of(hop, cause));
    if (problem.isPresent()) {
      throw new SetupException(List.of(problem.get()), cause);
    }
    return cause;
  }

  private Link reach(Hop hop, Optional<Link> through, HostKeys keys) throws IOException {
    Link link = new Link(hop, socket);
    synchronized (links) {
      links.add(link);
    }
    try {
      link.connect(through, keys);
      return link;
    } catch (IOException e) {
      if (keys.problem().isPresent()) {
        // another one may take its place
        synchronized (links) {
          links.remove(link);
        }
        Closing.now(link.client());
      }
      throw e;
    }
  }

  Hop target() {
    return route.target();
  }

  boolean isOpen() {
    synchronized (links) {
      return !closed
          && !links.isEmpty()
          && links.stream().allMatch(l -> l.client().isConnected() && l.client().isAuthenticated());
    }
  }

  /** The client of the last hop. */
  SSHClient client() {
    synchronized (links) {
      return links.getLast().client();
    }
  }

  SshProcess start(Script script, Shell.OutputSink sink)
      throws ContactException, InterruptedException {
    return start(script, sink, _ -> {});
  }

  /**
   * @param body writes what the script reads after its own input
   */
  SshProcess start(Script script, Shell.OutputSink sink, SshProcess.Body body)
      throws ContactException, InterruptedException {
    try {
      Session session = client().startSession();
      return new SshProcess(this, session, script, sink, body);
    } catch (IOException e) {
      // the library wraps it, or sets the mark again, from case to case
      if (Thread.interrupted() || e.getCause() instanceof InterruptedException) {
        throw interrupted(e);
      }
      throw broken(e);
    } catch (IllegalStateException e) {
      // it broke since it was last looked at
      throw broken(new IOException(Words.of("shell.ssh.not-connected"), e));
    }
  }

  private static InterruptedException interrupted(IOException cause) {
    InterruptedException interrupted = new InterruptedException("while a script was started");
    interrupted.initCause(cause);
    return interrupted;
  }

  /** Gives this connection up; what was asked of it may or may not have happened there. */
  ContactException broken(IOException cause) {
    close();
    String shown = target().shown();
    return new ContactException(
        Reasons.of(cause)
            .map(reason -> Words.of("shell.ssh.broke-because", shown, reason))
            .orElseGet(() -> Words.of("shell.ssh.broke", shown)),
        cause);
  }

  private ContactException notReached(Throwable cause) {
    Hop hop;
    synchronized (links) {
      hop = links.isEmpty() ? target() : links.getLast().hop();
    }
    String shown = hop.shown();
    return new ContactException(
        Reasons.of(cause)
            .map(reason -> Words.of("shell.ssh.unreachable-because", shown, reason))
            .orElseGet(() -> Words.of("shell.ssh.unreachable", shown)),
        cause);
  }

  @Override
  public void close() {
    closed = true;
    // first what frees everybody who waits, then the goodbyes, from the inside out
    socket.close();
    List<Link> all;
    synchronized (links) {
      all = List.copyOf(links).reversed();
    }
    Thread.ofPlatform().daemon().name("ssh-close").start(() -> all.forEach(Link::disconnect));
  }
}
