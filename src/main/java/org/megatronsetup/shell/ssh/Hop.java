package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One server on the way, with all that is settled about it before anything is sent.
 *
 * @param alias what the person called it; for messages
 * @param host name or address, IPv6 without brackets
 * @param keyName the name that its host key is kept under: {@code HostKeyAlias}, otherwise the host
 * @param identities key files to offer, in order; those that do not exist are passed over
 * @param onlyThese whether no other key may be offered, not even by the agent ({@code
 *     IdentitiesOnly})
 * @param agent socket of the agent; empty: there is none
 * @param knownHosts files of host keys, the person's own first; those that do not exist are passed
 *     over
 */
public record Hop(
    String alias,
    String host,
    int port,
    String user,
    String keyName,
    List<Path> identities,
    boolean onlyThese,
    Optional<Path> agent,
    List<Path> knownHosts) {

  public Hop {
    identities = List.copyOf(identities);
    knownHosts = List.copyOf(knownHosts);
  }

  /** As in {@code ada@node7}, with the port where it is not 22. */
  public String shown() {
    String at = host.contains(":") ? "[" + host + "]" : host;
    return user + "@" + at + (port == 22 ? "" : ":" + port);
  }
}
