package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Path;
import org.megatronsetup.model.Problem;
import org.megatronsetup.shell.ShellText;

/** Why a server was not believed. */
final class HostKeyProblems {

  private HostKeyProblems() {}

  static Problem changed(Hop hop, String name, HostKey shown, KnownHostsLine known) {
    return problem(
        "host-key-changed",
        "The host key of %s is not the one that is known for it.".formatted(hop.shown()),
        "The server shows the %s key %s, but %s has %s. Either the server was set up anew, or another machine answers in its place."
            .formatted(
                shown.shownType(), shown.fingerprint(), place(known), known.key().fingerprint()),
        "Ask the administrator of the server which fingerprint is right. If the new one is, remove that line, or run: ssh-keygen -R %s -f %s"
            .formatted(ShellText.quote(name), ShellText.quote(known.file().toString())));
  }

  static Problem revoked(Hop hop, HostKey shown, KnownHostsLine line) {
    return problem(
        "host-key-revoked",
        "The host key of %s is revoked.".formatted(hop.shown()),
        "%s says that the %s key %s must not be trusted any more, whoever shows it."
            .formatted(place(line), shown.shownType(), line.key().fingerprint()),
        "Ask the administrator of the server for a new host key. Nothing was sent to the server.");
  }

  static Problem refused(Hop hop, HostKey shown) {
    return problem(
        "host-key-refused",
        "The host key of %s is not known and was not accepted.".formatted(hop.shown()),
        "The server shows the %s key %s, and no file of known hosts has it."
            .formatted(shown.shownType(), shown.fingerprint()),
        "Ask the administrator of the server for its fingerprint. If it is this one, use --accept-host-key %s, or compare and accept it in the wizard."
            .formatted(shown.fingerprint()));
  }

  static Problem notKept(Hop hop, HostKey shown, Path file, IOException cause) {
    return problem(
        "host-key-not-kept",
        "The accepted host key of %s cannot be remembered.".formatted(hop.shown()),
        "%s cannot be written (%s), so a change of the %s key %s would go unnoticed."
            .formatted(file, cause.getMessage(), shown.shownType(), shown.fingerprint()),
        "Make that file and its folder writable for you, and connect again.");
  }

  private static String place(KnownHostsLine line) {
    return "%s, line %d,".formatted(line.file(), line.number());
  }

  private static Problem problem(String code, String sentence, String cause, String nextStep) {
    return Problem.preflight(code, "", sentence, cause, nextStep);
  }
}
