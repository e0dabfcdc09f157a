package org.megatronsetup.shell.ssh;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** What can stand in the way of signing in, in words. */
final class SignInProblems {
  private SignInProblems() {}

  static SetupException refused(Hop hop, List<String> allowed, Tried tried) {
    return tried.nothing() ? noWay(hop, allowed, tried) : refused(hop, tried.words() + ".");
  }

  static SetupException tooMany(Hop hop, Tried tried) {
    String words = tried.words();
    return refused(
        hop,
        words.isEmpty()
            ? Words.of("shell.sign-in.hung-up")
            : Words.of("shell.sign-in.hung-up-after", words));
  }

  private static SetupException refused(Hop hop, String cause) {
    return problem(
        "sign-in-refused",
        Words.of("shell.sign-in-refused.sentence", hop.shown()),
        capital(cause),
        Words.of("shell.sign-in-refused.next"));
  }

  private static SetupException noWay(Hop hop, List<String> allowed, Tried tried) {
    String words = tried.words();
    String ways = Plain.line(String.join(", ", allowed));
    return problem(
        "no-way-to-sign-in",
        Words.of("shell.no-way-to-sign-in.sentence", hop.shown()),
        words.isEmpty()
            ? Words.of("shell.no-way-to-sign-in.cause", ways)
            : Words.of("shell.no-way-to-sign-in.looked", ways, words),
        allowed.contains("publickey")
            ? Words.of("shell.no-way-to-sign-in.key")
            : Words.of("shell.no-way-to-sign-in.ask"));
  }

  private static SetupException problem(String code, String sentence, String cause, String next) {
    return new SetupException(
        new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, "target"));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
