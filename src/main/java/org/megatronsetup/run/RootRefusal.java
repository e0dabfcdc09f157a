package org.megatronsetup.run;

import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/**
 * Why a plan was not started as root. sudo has one exit status for every refusal, so its words, in
 * the language of the C locale, tell them apart: those of sudo 1.8 and 1.9 and of sudo-rs.
 */
final class RootRefusal {
  private static final String CODE = "root-refused";
  private static final Pattern WRONG =
      Pattern.compile("(?i)try again|incorrect (password|authentication) attempt");
  private static final Pattern WANTED =
      Pattern.compile("(?i)password is required|authentication is required|no password was");
  private static final Pattern NOT_ALLOWED =
      Pattern.compile("(?i)not in the sudoers file|not allowed|may not run sudo|permission denied");
  private static final Pattern TERMINAL = Pattern.compile("(?i)must have a tty");

  private RootRefusal() {}

  static SetupException noSudo() {
    return problem(
        "root-no-sudo",
        Words.of("run.root-no-sudo.sentence"),
        Words.of("run.root-no-sudo.cause"),
        Words.of("run.root-no-sudo.next"));
  }

  /**
   * @param said what sudo said, without its prompt
   */
  static SetupException of(String said) {
    String cause =
        said.isEmpty()
            ? Words.of("run.root-refused.no-reason")
            : Words.of("run.root-refused.said", lastLine(said));
    // in this order: a wrong password is followed by words about one that did not come
    if (WRONG.matcher(said).find()) {
      return problem(
          "root-password-wrong",
          Words.of("run.root-password-wrong.sentence"),
          cause,
          Words.of("run.root-password-wrong.next"));
    }
    if (NOT_ALLOWED.matcher(said).find()) {
      return problem(
          "root-not-allowed",
          Words.of("run.root-not-allowed.sentence"),
          cause,
          Words.of("run.root-not-allowed.next"));
    }
    if (TERMINAL.matcher(said).find()) {
      return problem(
          "root-needs-terminal",
          Words.of("run.root-needs-terminal.sentence"),
          cause,
          Words.of("run.root-needs-terminal.next"));
    }
    if (WANTED.matcher(said).find()) {
      return problem(
          "root-password-needed",
          Words.of("run.root-password-needed.sentence"),
          cause,
          Words.of("run.root-password-needed.next"));
    }
    return problem(
        CODE, Words.of("run.root-refused.sentence"), cause, Words.of("run.root-refused.next"));
  }

  private static SetupException problem(
      String code, String sentence, String cause, String nextStep) {
    return new SetupException(Problem.preflight(code, "rootPassword", sentence, cause, nextStep));
  }

  private static String lastLine(String said) {
    return said.substring(said.lastIndexOf('\n') + 1);
  }
}
