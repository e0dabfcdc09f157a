package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

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
          Words.of("plan.address-not-allowed.percent.sentence"),
          Words.of("plan.address-not-allowed.percent.cause"),
          Words.of("plan.address-not-allowed.percent.next"));
    }
    return check(url, field, List.of("https", "http", "file"));
  }

  /** A git repository. */
  static Optional<Problem> repository(String url, String field) {
    if (url.startsWith("git+")) {
      return problem(
          field,
          Words.of("plan.address-not-allowed.git-plus.sentence"),
          Words.of("plan.address-not-allowed.git-plus.cause"),
          Words.of("plan.address-not-allowed.git-plus.next"));
    }
    if (SCP_LIKE.matcher(url).matches()) {
      return problem(
          field,
          Words.of("plan.address-not-allowed.short-ssh.sentence"),
          Words.of("plan.address-not-allowed.short-ssh.cause"),
          Words.of("plan.address-not-allowed.short-ssh.next"));
    }
    if (url.startsWith("/")) {
      return problem(
          field,
          Words.of("plan.address-not-allowed.repository-path.sentence"),
          Words.of("plan.address-not-allowed.repository-path.cause"),
          Words.of("plan.address-not-allowed.repository-path.next"));
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
        ? strange(field, Words.of("plan.address-not-allowed.character.sentence.user"))
        : Optional.empty();
  }

  private static Optional<Problem> check(String url, String field, List<String> schemes) {
    Optional<WebAddress> parsed = WebAddress.parse(url);
    String allowed = String.join("://, ", schemes) + "://";
    if (parsed.isEmpty() || !schemes.contains(parsed.get().scheme())) {
      return problem(
          field,
          Words.of("plan.address-not-allowed.scheme.sentence"),
          Words.of("plan.address-not-allowed.scheme.cause", allowed),
          Words.of("plan.address-not-allowed.scheme.next"));
    }
    WebAddress address = parsed.get();
    if (address.holdsSecret()) {
      return secret(field);
    }
    if (!address.rest().equals(address.path())) {
      return problem(
          field,
          Words.of("plan.address-not-allowed.query.sentence"),
          Words.of("plan.address-not-allowed.query.cause"),
          Words.of("plan.address-not-allowed.query.next"));
    }
    boolean file = address.scheme().equals("file");
    if (file
        ? !(address.host() + address.port()).isEmpty() || address.path().length() < 2
        : !HOST.matcher(address.host()).matches() || !PORT.matcher(address.port()).matches()) {
      return file
          ? problem(
              field,
              Words.of("plan.address-not-allowed.file-host.sentence"),
              Words.of("plan.address-not-allowed.file-host.cause"),
              Words.of("plan.address-not-allowed.file-host.next"))
          : strange(field, Words.of("plan.address-not-allowed.character.sentence.host"));
    }
    if (address.userInfo().isPresent() && !USER.matcher(address.userInfo().get()).matches()) {
      return strange(field, Words.of("plan.address-not-allowed.character.sentence.user"));
    }
    boolean climbs = List.of(address.path().split("/", -1)).contains("..");
    return climbs || !PATH.matcher(address.path()).matches()
        ? strange(field, Words.of("plan.address-not-allowed.character.sentence.path"))
        : Optional.empty();
  }

  private static Optional<Problem> secret(String field) {
    return Optional.of(
        Problem.answers(
            "answers-hold-a-secret",
            field,
            Words.of("plan.answers-hold-a-secret.sentence"),
            Words.of("plan.answers-hold-a-secret.cause"),
            Words.of("plan.answers-hold-a-secret.next")));
  }

  private static Optional<Problem> strange(String field, String sentence) {
    return problem(
        field,
        sentence,
        Words.of("plan.address-not-allowed.character.cause"),
        Words.of("plan.address-not-allowed.character.next"));
  }

  private static Optional<Problem> problem(
      String field, String sentence, String cause, String nextStep) {
    return Optional.of(Problem.answers("address-not-allowed", field, sentence, cause, nextStep));
  }
}
