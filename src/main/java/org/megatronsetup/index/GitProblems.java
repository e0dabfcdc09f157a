package org.megatronsetup.index;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.megatronsetup.model.Problem;

/** What can go wrong with a git repository, in plain words. */
final class GitProblems {
  private static final String FIELD = "sources.repository";
  private static final String MIRROR =
      "Without a network, name a mirror that can be reached, such as a bare clone at a file://"
          + " address (--repository).";
  private static final int QUOTED = 300;

  private GitProblems() {}

  static Problem noAnswer(String url, String machine, Duration limit, String reason) {
    return contact(
        "repository-no-answer",
        "The repository "
            + url
            + " did not answer "
            + machine
            + " within "
            + (limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s")
            + ".",
        String.valueOf(reason),
        "Try again, or name a proxy if this network needs one. " + MIRROR);
  }

  static Problem ofFailure(String url, String machine, int status, String errors) {
    String said = errors.toLowerCase(Locale.ROOT);
    if (status == 127) {
      return Problem.preflight(
          "git-missing",
          "",
          "There is no git on " + machine + ".",
          "Installing a commit needs git, to fetch it.",
          "Install git there (on Debian and Ubuntu: apt-get install git), or choose a released"
              + " version.");
    }
    if (has(
        said,
        "could not resolve",
        "name or service not known",
        "connection refused",
        "failed to connect",
        "couldn't connect",
        "connection timed out",
        "no route to host",
        "operation too slow",
        "network is unreachable")) {
      return contact(
          "repository-unreachable",
          "The repository " + url + " cannot be reached from " + machine + ".",
          lastLine(errors),
          "Check the address and the network. " + MIRROR);
    }
    if (has(
        said,
        "authentication failed",
        "could not read username",
        "could not read password",
        "terminal prompts disabled",
        "permission denied",
        "returned error: 403",
        "host key")) {
      return Problem.answers(
          "repository-login",
          FIELD,
          "The repository " + url + " does not let this program in.",
          "It asks for a name and a password, or it does not exist, which some servers say in the"
              + " same way.",
          "Check the address, and give the login for it. It is kept out of the log and of the"
              + " answers.");
    }
    if (has(said, "certificate")) {
      return new Problem(
          Problem.Kind.CONTACT,
          "repository-tls",
          "The certificate of " + url + " is not trusted.",
          lastLine(errors),
          "Name the file with your organisation's certificate authorities (--ca-bundle).",
          "sources.caBundle");
    }
    if (has(said, "dubious ownership")) {
      return Problem.preflight(
          "repository-ownership",
          FIELD,
          "The repository " + url + " belongs to another user, and git refuses to read it.",
          "git guards against repositories that somebody else could have prepared.",
          "If you trust it, run on " + machine + ": git config --global --add safe.directory PATH");
    }
    if (has(
        said,
        "not found",
        "does not exist",
        "does not appear to be a git repository",
        "not a git repository",
        "no such")) {
      return Problem.answers(
          "repository-not-found",
          FIELD,
          "There is no git repository at " + url + ".",
          lastLine(errors),
          "Check the address; a file:// address is a path on " + machine + ".");
    }
    return contact(
        "repository-error",
        "git could not read the repository " + url + ".",
        lastLine(errors),
        "Try again, or name another repository or a mirror (--repository).");
  }

  static Problem unknownRef(String ref, String url, List<String> close) {
    return Problem.answers(
        "no-such-ref",
        "release.ref",
        "There is no branch, tag or commit " + ref + " in " + url + ".",
        close.isEmpty()
            ? "No name in it is similar."
            : "Similar names in it: " + String.join(", ", close) + ".",
        "Choose one that is there, or give the full hash of a commit.");
  }

  static Problem badRef(String ref) {
    return Problem.answers(
        "not-a-ref",
        "release.ref",
        "“" + ref + "” cannot be the name of a branch, a tag or a commit.",
        "Such names are not empty and have no spaces, control characters or any of ~ ^ : ? * [ \\.",
        "Give a branch, a tag such as core_v0.15.3, or the hash of a commit.");
  }

  static Problem ambiguous(String hash, List<String> candidates) {
    return Problem.answers(
        "ambiguous-hash",
        "release.ref",
        "More than one commit begins with " + hash + ".",
        "They are " + String.join(", ", candidates) + ".",
        "Give more characters of the hash.");
  }

  static Problem notMegatron(String ref, String url) {
    return Problem.answers(
        "not-megatron-core",
        "release.ref",
        "At " + ref + ", " + url + " is not a source of Megatron Core.",
        "It has neither a pyproject.toml nor a setup.py of a package.",
        "Check the address of the repository and the name of the branch, tag or commit.");
  }

  static Problem unreadable(String file, String ref, String reason) {
    return Problem.preflight(
        "metadata-unreadable",
        "release.ref",
        file + " at " + ref + " cannot be read.",
        reason,
        "Choose another commit.");
  }

  private static Problem contact(String code, String sentence, String cause, String next) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, FIELD);
  }

  private static boolean has(String text, String... pieces) {
    return List.of(pieces).stream().anyMatch(text::contains);
  }

  /** The last line that says something, without logins. */
  private static String lastLine(String errors) {
    String line =
        errors
            .lines()
            .map(String::strip)
            .filter(l -> l.startsWith("fatal:") || l.startsWith("error:"))
            .findFirst()
            .orElseGet(() -> errors.strip());
    String clean = line.replaceAll("//[^/@\\s]+@", "//");
    String end = clean.length() > QUOTED ? clean.substring(clean.length() - QUOTED) : clean;
    return end.isEmpty() ? "git gave no reason." : "git said: " + end;
  }
}
