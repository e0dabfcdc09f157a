package org.megatronsetup.shell.ssh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** A server that offers nothing that is safe: the library says so in words only. */
final class NoSettlement {
  private static final Pattern WORDS =
      Pattern.compile("Unable to reach a settlement of (\\w+): \\[.*] and \\[(.*)]");

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
        Words.of("shell.ssh-server-too-old.sentence", hop.shown()),
        all(kind, Plain.line(offered)),
        Words.of("shell.ssh-server-too-old.next"),
        "target");
  }

  private static String all(String kind, String offered) {
    return switch (kind) {
      case "KeyExchangeAlgorithms" -> Words.of("shell.ssh-server-too-old.keys", offered);
      case "HostKeyAlgorithms" -> Words.of("shell.ssh-server-too-old.identity", offered);
      case "Client2ServerCipherAlgorithms", "Server2ClientCipherAlgorithms" ->
          Words.of("shell.ssh-server-too-old.encryption", offered);
      case "Client2ServerMACAlgorithms", "Server2ClientMACAlgorithms" ->
          Words.of("shell.ssh-server-too-old.integrity", offered);
      default -> Words.of("shell.ssh-server-too-old.connection", offered);
    };
  }
}
