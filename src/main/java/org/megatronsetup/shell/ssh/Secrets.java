package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person answered and a server or key file took, so that a connection can be opened again
 * without asking: passwords by server, passphrases by key file. Only in memory, until {@link
 * #close()}. One-time codes are never in here.
 */
public final class Secrets implements AutoCloseable {
  private final Map<String, char[]> passwords = new HashMap<>();
  private final Map<Path, char[]> passphrases = new HashMap<>();
  private boolean closed;

  /** A copy, for the caller to wipe. */
  synchronized Optional<char[]> password(Hop hop) {
    return Optional.ofNullable(passwords.get(hop.shown())).map(char[]::clone);
  }

  /** A copy, for the caller to wipe. */
  synchronized Optional<char[]> passphrase(Path key) {
    return Optional.ofNullable(passphrases.get(key)).map(char[]::clone);
  }

  synchronized void keepPassword(Hop hop, char[] secret) {
    keep(passwords, hop.shown(), secret);
  }

  synchronized void keepPassphrase(Path key, char[] secret) {
    keep(passphrases, key, secret);
  }

  synchronized void forgetPassword(Hop hop) {
    wipe(passwords.remove(hop.shown()));
  }

  synchronized void forgetPassphrase(Path key) {
    wipe(passphrases.remove(key));
  }

  /** Wipes everything; what is kept after this is not kept. */
  @Override
  public synchronized void close() {
    closed = true;
    passwords.values().forEach(Secrets::wipe);
    passphrases.values().forEach(Secrets::wipe);
    passwords.clear();
    passphrases.clear();
  }

  private <K> void keep(Map<K, char[]> where, K key, char[] secret) {
    if (!closed) {
      wipe(where.put(key, secret.clone()));
    }
  }

  /** Overwrites a secret; nothing happens for none. */
  static void wipe(char[] secret) {
    if (secret != null) {
      Arrays.fill(secret, '\0');
    }
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
