package org.megatronsetup.run;

import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

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
        "There is no sudo on the target, so no step can run as root.",
        "This user is not root, and the program that makes root of a user was not found.",
        "Sign in as root, have sudo installed there, or leave out the steps that need root.");
  }

  /**
   * @param said what sudo said, without its prompt
   */
  static SetupException of(String said) {
    String cause = said.isEmpty() ? "sudo gave no reason." : "sudo said: " + lastLine(said);
    // in this order: a wrong password is followed by words about one that did not come
    if (WRONG.matcher(said).find()) {
      return problem(
          "root-password-wrong",
          "sudo did not take the password.",
          cause,
          "Give the password of the user on the target, which sudo asks for there. It was tried"
              + " once and is not tried again by itself.");
    }
    if (NOT_ALLOWED.matcher(said).find()) {
      return problem(
          "root-not-allowed",
          "This user may not become root on the target.",
          cause,
          "Ask an administrator to let the user use sudo, or leave out the steps that need root.");
    }
    if (TERMINAL.matcher(said).find()) {
      return problem(
          "root-needs-terminal",
          "sudo only works on a terminal there, and an install has none.",
          cause,
          "Ask an administrator to take “requiretty” out for this user, sign in as root, or leave"
              + " out the steps that need root.");
    }
    if (WANTED.matcher(said).find()) {
      return problem(
          "root-password-needed",
          "sudo wants a password on the target.",
          cause,
          "Give it: the wizard asks for it, the command line with --ask-become-pass.");
    }
    return problem(
        CODE,
        "sudo did not let this plan start as root.",
        cause,
        "Check the password and that this user may use sudo, or leave out the steps that need"
            + " root.");
  }

  private static SetupException problem(
      String code, String sentence, String cause, String nextStep) {
    return new SetupException(Problem.preflight(code, "rootPassword", sentence, cause, nextStep));
  }

  private static String lastLine(String said) {
    return said.substring(said.lastIndexOf('\n') + 1);
  }
}
