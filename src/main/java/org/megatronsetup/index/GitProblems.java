package org.megatronsetup.index;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** What can go wrong with a git repository, in plain words. */
final class GitProblems {
  private static final String FIELD = "sources.repository";
  private static final int QUOTED = 300;

  private GitProblems() {}

  static Problem noAnswer(String url, String machine, Duration limit, String reason) {
    return contact(
        "repository-no-answer",
        Words.of(
            "index.repository-no-answer.sentence",
            url,
            machine,
            limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s"),
        String.valueOf(reason),
        Words.of("index.repository-no-answer.next", mirror()));
  }

  static Problem ofFailure(String url, String machine, int status, String errors) {
    String said = errors.toLowerCase(Locale.ROOT);
    if (status == 127) {
      return Problem.preflight(
          "git-missing",
          "",
          Words.of("index.git-missing.sentence", machine),
          Words.of("index.git-missing.cause"),
          Words.of("index.git-missing.next"));
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
          Words.of("index.repository-unreachable.sentence", url, machine),
          lastLine(errors),
          Words.of("index.repository-unreachable.next", mirror()));
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
          Words.of("index.repository-login.sentence", url),
          Words.of("index.repository-login.cause"),
          Words.of("index.repository-login.next"));
    }
    if (has(said, "certificate")) {
      return new Problem(
          Problem.Kind.CONTACT,
          "repository-tls",
          Words.of("index.repository-tls.sentence", url),
          lastLine(errors),
          Words.of("index.repository-tls.next"),
          "sources.caBundle");
    }
    if (has(said, "dubious ownership")) {
      return Problem.preflight(
          "repository-ownership",
          FIELD,
          Words.of("index.repository-ownership.sentence", url),
          Words.of("index.repository-ownership.cause"),
          Words.of("index.repository-ownership.next", machine));
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
          Words.of("index.repository-not-found.sentence", url),
          lastLine(errors),
          Words.of("index.repository-not-found.next", machine));
    }
    return contact(
        "repository-error",
        Words.of("index.repository-error.sentence", url),
        lastLine(errors),
        Words.of("index.repository-error.next"));
  }

  static Problem unknownRef(String ref, String url, List<String> close) {
    return Problem.answers(
        "no-such-ref",
        "release.ref",
        Words.of("index.no-such-ref.sentence", ref, url),
        close.isEmpty()
            ? Words.of("index.no-such-ref.cause")
            : Words.of("index.no-such-ref.similar.cause", String.join(", ", close)),
        Words.of("index.no-such-ref.next"));
  }

  static Problem badRef(String ref) {
    return Problem.answers(
        "not-a-ref",
        "release.ref",
        Words.of("index.not-a-ref.sentence", ref),
        Words.of("index.not-a-ref.cause", "~ ^ : ? * [ \\"),
        Words.of("index.not-a-ref.next"));
  }

  static Problem ambiguous(String hash, List<String> candidates) {
    return Problem.answers(
        "ambiguous-hash",
        "release.ref",
        Words.of("index.ambiguous-hash.sentence", hash),
        Words.of("index.ambiguous-hash.cause", String.join(", ", candidates)),
        Words.of("index.ambiguous-hash.next"));
  }

  static Problem notMegatron(String ref, String url) {
    return Problem.answers(
        "not-megatron-core",
        "release.ref",
        Words.of("index.not-megatron-core.sentence", ref, url),
        Words.of("index.not-megatron-core.cause"),
        Words.of("index.not-megatron-core.next"));
  }

  static Problem unreadable(String file, String ref, String reason) {
    return Problem.preflight(
        "metadata-unreadable",
        "release.ref",
        Words.of("index.metadata-unreadable.commit.sentence", file, ref),
        reason,
        Words.of("index.metadata-unreadable.commit.next"));
  }

  private static Problem contact(String code, String sentence, String cause, String next) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, FIELD);
  }

  private static String mirror() {
    return Words.of("index.repository-mirror");
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
    return end.isEmpty() ? Words.of("index.git.no-reason") : Words.of("index.git.said", end);
  }
}
