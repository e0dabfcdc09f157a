package org.megatronsetup.shell.ssh;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;

/** A server that offers nothing that is safe: the library says so in words only. */
final class NoSettlement {
  private static final Pattern WORDS =
      Pattern.compile("Unable to reach a settlement of (\\w+): \\[.*] and \\[(.*)]");
  private static final Map<String, String> PURPOSES =
      Map.of(
          "KeyExchangeAlgorithms",
          "to agree on keys",
          "HostKeyAlgorithms",
          "to prove who it is",
          "Client2ServerCipherAlgorithms",
          "to encrypt",
          "Server2ClientCipherAlgorithms",
          "to encrypt",
          "Client2ServerMACAlgorithms",
          "to protect from changes",
          "Server2ClientMACAlgorithms",
          "to protect from changes");

  private NoSettlement() {}

  /** What to say of a failed connection, if this is why it failed. */
  static Optional<Problem> of(Hop hop, Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Matcher words = WORDS.matcher(String.valueOf(t.getMessage()));
      if (words.find()) {
        return Optional.of(problem(hop, words.group(1), words.group(2)));
      }
    }
    return Optional.empty();
  }

  private static Problem problem(Hop hop, String kind, String offered) {
    return new Problem(
        Problem.Kind.CONTACT,
        "ssh-server-too-old",
        hop.shown() + " offers no way of talking that is safe today.",
        "All that it has "
            + PURPOSES.getOrDefault(kind, "for the connection")
            + ": "
            + Plain.line(offered)
            + ".",
        "Ask who runs the server to update OpenSSH there, or to allow what its newer versions allow"
            + " by themselves.",
        "target");
  }
}
