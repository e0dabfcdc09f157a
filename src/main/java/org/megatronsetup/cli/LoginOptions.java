package org.megatronsetup.cli;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import picocli.CommandLine.Option;

/**
 * Secrets are asked for, never taken as arguments: those are in the process list for everybody to
 * read.
 */
final class LoginOptions {

  @Option(
      names = "--index-login",
      description =
          "Ask for the login of the package index: USER:PASSWORD, from the terminal without echo,"
              + " or one line of standard input.")
  boolean indexLogin;

  @Option(
      names = "--ask-become-pass",
      description =
          "Ask for the password that sudo wants: from the terminal without echo, or one line of"
              + " standard input (after the index login, if both are asked for).")
  boolean rootPassword;

  Credentials credentials(Sources sources, Terminal terminal) {
    if (!indexLogin) {
      return Credentials.NONE;
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
        Stream.concat(sources.indexUrl().stream(), sources.extraIndexUrls().stream())
            .filter(url -> url.startsWith("http"))
            .map(LoginOptions::origin)
            .distinct()
            .map(
                origin ->
                    new Credentials.Login(
                        origin, line.substring(0, colon), line.substring(colon + 1)))
            .toList();
    return new Credentials(logins, "");
  }

  char[] rootPassword(Terminal terminal) {
    return rootPassword ? terminal.secret("Password for sudo: ") : new char[0];
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }
}
