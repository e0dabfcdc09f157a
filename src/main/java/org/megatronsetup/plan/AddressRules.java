package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Problem;

/**
 * Which addresses may stand in answers: by allow-list, so that no tool takes one for an option,
 * runs a helper for it or reads a secret in it.
 */
final class AddressRules {
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\]");
  private static final Pattern PORT = Pattern.compile("(:[0-9]{1,5})?");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Pattern PATH =
      Pattern.compile("(/([A-Za-z0-9._~+@=,:!()*;&-]|%[0-9A-Fa-f]{2})*)*");
  private static final Pattern SCP_LIKE = Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9._-]+:.*");

  private AddressRules() {}

  /** A package index. */
  static Optional<Problem> index(String url, String field) {
    return check(url, field, List.of("https", "http", "file"));
  }

  /** A mirror of a repository that apt installs from; it is also used as a path where it is one. */
  static Optional<Problem> mirror(String url, String field) {
    if (url.startsWith("file:") && url.contains("%")) {
      return problem(
          field,
          "The address of the mirror has a “%”.",
          "The folder is also used by its plain path, where “%20” is no space.",
          "Give the folder a name without special characters.");
    }
    return check(url, field, List.of("https", "http", "file"));
  }

  /** A git repository. */
  static Optional<Problem> repository(String url, String field) {
    if (url.startsWith("git+")) {
      return problem(
          field,
          "“git+” does not belong in front of a repository here.",
          "It is added where pip needs it.",
          "Write the address without “git+”.");
    }
    if (SCP_LIKE.matcher(url).matches()) {
      return problem(
          field,
          "The repository is written in the short form of ssh, which pip does not understand.",
          "pip wants a whole address with a scheme.",
          "Write ssh://USER@HOST/PATH instead of USER@HOST:PATH.");
    }
    if (url.startsWith("/")) {
      return problem(
          field,
          "The repository is a path, not an address.",
          "pip wants a whole address with a scheme.",
          "Write file:// in front of the path.");
    }
    return check(url, field, List.of("https", "http", "ssh", "file"));
  }

  /** An HTTP proxy; it may name a user, never a password. */
  static Optional<Problem> proxy(String url, String field) {
    Optional<WebAddress> address = WebAddress.parse(url);
    if (address.isPresent() && address.get().userInfo().filter(i -> i.contains(":")).isPresent()) {
      return secret(field);
    }
    Optional<Problem> problem =
        check(
            address.map(WebAddress::withoutUserInfo).orElse(url), field, List.of("http", "https"));
    if (problem.isPresent()) {
      return problem;
    }
    Optional<String> user = address.flatMap(WebAddress::userInfo);
    return user.isPresent() && !USER.matcher(user.get()).matches()
        ? strange(field, "the name of the user")
        : Optional.empty();
  }

  private static Optional<Problem> check(String url, String field, List<String> schemes) {
    Optional<WebAddress> parsed = WebAddress.parse(url);
    String allowed = String.join("://, ", schemes) + "://";
    if (parsed.isEmpty() || !schemes.contains(parsed.get().scheme())) {
      return problem(
          field,
          "This is not an address that can be used here.",
          "It must begin with one of: " + allowed + ".",
          "Write the whole address.");
    }
    WebAddress address = parsed.get();
    if (address.holdsSecret()) {
      return secret(field);
    }
    if (!address.rest().equals(address.path())) {
      return problem(
          field,
          "The address has a “?” or “#” part.",
          "Tools would lose it, and such parts often hold a secret; answers never hold a secret.",
          "Write the address without it.");
    }
    boolean file = address.scheme().equals("file");
    if (file
        ? !(address.host() + address.port()).isEmpty() || address.path().length() < 2
        : !HOST.matcher(address.host()).matches() || !PORT.matcher(address.port()).matches()) {
      return file
          ? problem(
              field,
              "A file address must name an absolute path.",
              "It has a host, or no path.",
              "Write file:/// and the path, such as file:///srv/mirror.")
          : strange(field, "the name of the host");
    }
    if (address.userInfo().isPresent() && !USER.matcher(address.userInfo().get()).matches()) {
      return strange(field, "the name of the user");
    }
    boolean climbs = List.of(address.path().split("/", -1)).contains("..");
    return climbs || !PATH.matcher(address.path()).matches()
        ? strange(field, "the path")
        : Optional.empty();
  }

  private static Optional<Problem> secret(String field) {
    return Optional.of(
        Problem.answers(
            "answers-hold-a-secret",
            field,
            "The address holds a user name or a password.",
            "Answers never hold a secret: they are shown, saved and passed on.",
            "Take it out of the address and give it when it is asked for, or put it into ~/.netrc"
                + " on the target."));
  }

  private static Optional<Problem> strange(String field, String part) {
    return problem(
        field,
        "In the address, " + part + " holds something that is not allowed.",
        "Spaces, quotation marks, “$”, “`”, backslashes, “..” and a leading “-” could be taken for"
            + " something else by the tools that get the address.",
        "Write special characters in the form %20, and give hosts by their plain names.");
  }

  private static Optional<Problem> problem(
      String field, String sentence, String cause, String nextStep) {
    return Optional.of(Problem.answers("address-not-allowed", field, sentence, cause, nextStep));
  }
}
