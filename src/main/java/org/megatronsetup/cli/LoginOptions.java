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
import org.megatronsetup.words.Words;
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
              Words.of("cli.login-without-index.sentence"),
              Words.of("cli.login-without-index.cause"),
              Words.of("cli.login-without-index.next")));
    }
    String line = new String(terminal.secret(Words.of("cli.login.prompt") + " "));
    int colon = line.indexOf(':');
    if (colon < 1) {
      throw new SetupException(
          Problem.answers(
              "login-form",
              "",
              Words.of("cli.login-form.sentence"),
              Words.of("cli.login-form.cause"),
              Words.of("cli.login-form.next")));
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
      terminal.err().println(Words.of("cli.root.unneeded"));
      return new char[0];
    }
    return terminal.secret(rootPrompt(plan));
  }

  static String rootPrompt(Plan plan) {
    List<String> titles =
        plan.steps().stream()
            .filter(Step::needsRoot)
            .map(step -> Words.of("cli.root.quoted", step.title()))
            .toList();
    String all = String.join(", ", titles);
    String prompt =
        titles.size() == 1
            ? Words.of("cli.root.prompt.step", all)
            : Words.of("cli.root.prompt.steps", all);
    return prompt + " ";
  }
}
