package org.megatronsetup.shell.ssh;

import java.util.Optional;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.ssh.Attempt.Outcome;
import org.megatronsetup.words.Words;

/** The password, asked again after a refusal. */
final class PasswordMethod implements SignIn.Method {
  private final Attempt attempt;
  private final Password password;
  private final Tried tried;
  private boolean spent;

  PasswordMethod(Attempt attempt, Password password, Tried tried) {
    this.attempt = attempt;
    this.password = password;
    this.tried = tried;
  }

  @Override
  public String name() {
    return "password";
  }

  @Override
  public boolean spent() {
    return spent || !password.more();
  }

  @Override
  public Outcome tryOnce() throws ContactException, InterruptedException {
    Optional<char[]> secret = password.next();
    if (Thread.interrupted()) {
      secret.ifPresent(Secrets::wipe);
      throw new InterruptedException();
    }
    if (secret.isEmpty()) {
      spent = true;
      tried.declined(Words.of("shell.tried.password"), Words.of("shell.tried.password.not-given"));
      return Outcome.GIVEN_UP;
    }
    PasswordWay way = new PasswordWay(secret.get());
    Outcome outcome = attempt.send(way);
    switch (outcome) {
      case IN -> password.accepted();
      case PARTLY -> {
        password.accepted();
        tried.sent(Words.of("shell.tried.password"), Words.of("shell.tried.partly"));
      }
      case REFUSED -> {
        password.refused();
        tried.sent(Words.of("shell.tried.password"), Words.of("shell.tried.refused"));
      }
      case GIVEN_UP -> {
        password.refused();
        spent = true;
        tried.sent(Words.of("shell.tried.password"), way.abandoned().orElseThrow());
      }
    }
    return outcome;
  }
}
