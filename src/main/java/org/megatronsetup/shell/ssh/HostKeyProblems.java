package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Path;
import org.megatronsetup.model.Problem;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/** Why a server was not believed. */
final class HostKeyProblems {

  private HostKeyProblems() {}

  static Problem changed(Hop hop, String name, HostKey shown, KnownHostsLine known) {
    return problem(
        "host-key-changed",
        Words.of("shell.host-key-changed.sentence", hop.shown()),
        Words.of(
            "shell.host-key-changed.cause",
            shown.shownType(),
            shown.fingerprint(),
            place(known),
            known.key().fingerprint()),
        Words.of(
            "shell.host-key-changed.next",
            ShellText.quote(name),
            ShellText.quote(known.file().toString())));
  }

  static Problem revoked(Hop hop, HostKey shown, KnownHostsLine line) {
    return problem(
        "host-key-revoked",
        Words.of("shell.host-key-revoked.sentence", hop.shown()),
        Words.of(
            "shell.host-key-revoked.cause",
            place(line),
            shown.shownType(),
            line.key().fingerprint()),
        Words.of("shell.host-key-revoked.next"));
  }

  static Problem refused(Hop hop, HostKey shown) {
    return problem(
        "host-key-refused",
        Words.of("shell.host-key-refused.sentence", hop.shown()),
        Words.of("shell.host-key-refused.cause", shown.shownType(), shown.fingerprint()),
        Words.of("shell.host-key-refused.next", shown.fingerprint()));
  }

  static Problem notKept(Hop hop, HostKey shown, Path file, IOException cause) {
    return problem(
        "host-key-not-kept",
        Words.of("shell.host-key-not-kept.sentence", hop.shown()),
        Words.of(
            "shell.host-key-not-kept.cause",
            file,
            cause.getMessage(),
            shown.shownType(),
            shown.fingerprint()),
        Words.of("shell.host-key-not-kept.next"));
  }

  private static String place(KnownHostsLine line) {
    return Words.of("shell.host-key.place", line.file(), line.number());
  }

  private static Problem problem(String code, String sentence, String cause, String nextStep) {
    return Problem.preflight(code, "", sentence, cause, nextStep);
  }
}
