package org.megatronsetup.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * Secrets are asked for, never taken as arguments: those are in the process list for everybody to
 * read.
 */
final class LoginOptions {
  private static final String INDEX_LOGIN = "--index-login";
  private static final String ROOT_PASSWORD = "--ask-become-pass";

  @Option(
      names = INDEX_LOGIN,
      description =
          "Ask for the login of the package index: USER:PASSWORD, from the terminal without echo,"
              + " or one line of standard input.")
  boolean indexLogin;

  @Option(
      names = ROOT_PASSWORD,
      description =
          "Ask for the password that sudo wants, once the plan is known: from the terminal without"
              + " echo, or one line of standard input (after the index login, if both are asked"
              + " for).")
  boolean rootPassword;

  Credentials credentials(Sources sources, Terminal terminal) {
    if (!indexLogin) {
      return Credentials.NONE;
    }
    List<String> urls =
        Stream.concat(sources.indexUrl().stream(), sources.extraIndexUrls().stream())
            .filter(url -> url.startsWith("http"))
            .toList();
    if (urls.isEmpty()) {
      throw new SetupException(
          Problem.answers(
              "login-without-index",
              "sources.indexUrl",
              "A login is given, and no package index that it is for.",
              "It is sent to the servers named by --index-url and --extra-index-url, to no other.",
              "Name the index with --index-url, or leave --index-login out."));
    }
    String line = new String(terminal.secret("Login of the package index (user:password): "));
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new SetupException(
          Problem.answers(
              "login-form",
              "",
              "The login of the package index is not of the form USER:PASSWORD.",
              "There is no colon in it, or nothing before the colon.",
              "Give the name, a colon and the password on one line."));
    }
    List<Credentials.Login> logins =
        urls.stream()
            .map(WebAddress::originOf)
            .flatMap(Optional::stream)
            .distinct()
            .map(
                origin ->
                    new Credentials.Login(
                        origin, line.substring(0, colon), line.substring(colon + 1)))
            .toList();
    return new Credentials(logins, "");
  }

  /** Whether an option asks for a secret. */
  static boolean asksFor(OptionSpec option) {
    return List.of(INDEX_LOGIN, ROOT_PASSWORD, TargetOption.ASK_PASSWORD)
        .contains(option.longestName());
  }

  /** Asks only where the plan has a use for it, and says which. */
  char[] rootPassword(Terminal terminal, Plan plan) {
    if (!rootPassword) {
      return new char[0];
    }
    if (!plan.needsRoot()) {
      terminal.err().println("No step needs root: no password for sudo is asked for.");
      return new char[0];
    }
    return terminal.secret(rootPrompt(plan));
  }

  static String rootPrompt(Plan plan) {
    List<String> titles =
        plan.steps().stream()
            .filter(Step::needsRoot)
            .map(step -> "“" + step.title() + "”")
            .toList();
    String need = titles.size() == 1 ? " needs root): " : " need root): ";
    return "Password for sudo (" + String.join(", ", titles) + need;
  }
}
