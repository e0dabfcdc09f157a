package org.megatronsetup.shell.ssh;

import java.util.Optional;

/**
 * The password of one sign-in, whichever way the server asks for it: the remembered one first and
 * only once, then the person, at most three times.
 */
final class Password implements AutoCloseable {
  static final int MOST_TRIES = 3;

  private final Hop hop;
  private final SshDialog dialog;
  private final Secrets secrets;
  private Optional<char[]> last = Optional.empty();
  private boolean remembered = true;
  private int asked;
  private boolean declined;

  Password(Hop hop, SshDialog dialog, Secrets secrets) {
    this.hop = hop;
    this.dialog = dialog;
    this.secrets = secrets;
  }

  /** Whether another one may be tried. */
  synchronized boolean more() {
    return !declined && asked < MOST_TRIES;
  }

  synchronized boolean declined() {
    return declined;
  }

  /** A copy for the caller to wipe; empty: the person would rather not, or was asked enough. */
  synchronized Optional<char[]> next() {
    // asked again without a verdict, as in a second round of questions: the last one was not right
    refused();
    if (remembered) {
      remembered = false;
      last = secrets.password(hop);
    }
    if (last.isEmpty() && more()) {
      asked++;
      last = dialog.password(hop);
      declined = last.isEmpty();
    }
    return last.map(char[]::clone);
  }

  /** The server took the last one. */
  synchronized void accepted() {
    last.ifPresent(secret -> secrets.keepPassword(hop, secret));
    wipeLast();
  }

  /** The server did not take the last one; it is never tried again by itself. */
  synchronized void refused() {
    if (last.isPresent()) {
      secrets.forgetPassword(hop);
    }
    wipeLast();
  }

  private void wipeLast() {
    last.ifPresent(Secrets::wipe);
    last = Optional.empty();
  }

  @Override
  public synchronized void close() {
    wipeLast();
  }
}
