package org.megatronsetup.shell.ssh;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.ssh.Attempt.Outcome;

/**
 * Signs in to a server that is connected already: with keys, then by answering its questions, then
 * with a password, as far as the server allows each, and in as many parts as it wants.
 */
public final class SignIn {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration AGENT = Duration.ofSeconds(5);

  private final Secrets secrets;
  private final Duration patience;
  private final Duration agent;

  /**
   * @param secrets of the route: answers that worked are kept in there and used again
   */
  public SignIn(Secrets secrets) {
    this(secrets, PATIENCE, AGENT);
  }

  SignIn(Secrets secrets, Duration patience, Duration agent) {
    this.secrets = secrets;
    this.patience = patience;
    this.agent = agent;
  }

  /**
   * Signs in. When this throws, the client is closed.
   *
   * @throws SetupException {@code sign-in-refused} or {@code no-way-to-sign-in}
   * @throws ContactException when the server does not answer or hangs up
   */
  public void signIn(SSHClient client, Hop hop, SshDialog dialog)
      throws ContactException, InterruptedException {
    boolean in = false;
    Tried tried = new Tried();
    Attempt attempt = new Attempt(client, hop, patience);
    try (Password password = new Password(hop, dialog, secrets)) {
      List<Method> methods =
          List.of(
              new KeyMethod(attempt, new KeyOffers(hop, dialog, secrets, tried, agent), tried),
              new QuestionMethod(attempt, hop, dialog, password, tried),
              new PasswordMethod(attempt, password, tried));
      try {
        if (attempt.none() != Outcome.IN) {
          all(attempt, hop, methods, tried);
        }
      } catch (Attempt.TooMany e) {
        password.refused();
        throw SignInProblems.tooMany(hop, tried);
      }
      in = true;
    } finally {
      if (!in) {
        // otherwise a thread of the library stays behind
        Closing.now(client);
      }
    }
  }

  private static void all(Attempt attempt, Hop hop, List<Method> methods, Tried tried)
      throws ContactException, InterruptedException {
    while (true) {
      List<String> allowed = attempt.allowed();
      Optional<Method> next =
          methods.stream().filter(m -> !m.spent() && allowed.contains(m.name())).findFirst();
      if (next.isEmpty()) {
        throw SignInProblems.refused(hop, allowed, tried);
      }
      if (next.get().tryOnce() == Outcome.IN) {
        return;
      }
    }
  }

  /** A method of signing in with all that there is for it. */
  interface Method {
    /** As servers call it. */
    String name();

    /** Whether there is nothing left to try with it. */
    boolean spent();

    /** Tries the next thing there is. */
    Outcome tryOnce() throws ContactException, InterruptedException;
  }
}
