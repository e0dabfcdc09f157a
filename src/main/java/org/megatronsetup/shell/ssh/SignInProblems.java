package org.megatronsetup.shell.ssh;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

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
        "The server hung up after too many refusals"
            + (words.isEmpty() ? "." : ", the last one aside: " + words + "."));
  }

  private static SetupException refused(Hop hop, String cause) {
    return problem(
        "sign-in-refused",
        hop.shown() + " did not let you sign in.",
        capital(cause),
        "Check the user name, and that the server knows your key (ssh-copy-id puts it there) or"
            + " that the password is right; then try again.");
  }

  private static SetupException noWay(Hop hop, List<String> allowed, Tried tried) {
    String words = tried.words();
    return problem(
        "no-way-to-sign-in",
        "There is nothing to sign in to " + hop.shown() + " with.",
        "The server allows: "
            + Plain.line(String.join(", ", allowed))
            + (words.isEmpty() ? "." : ". What was looked at: " + words + "."),
        allowed.contains("publickey")
            ? "Make a key with ssh-keygen and have it added on the server, or name an existing key"
                + " with IdentityFile in ~/.ssh/config."
            : "Ask who runs the server how to sign in with a key or a password.");
  }

  private static SetupException problem(String code, String sentence, String cause, String next) {
    return new SetupException(
        new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, "target"));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
