package org.megatronsetup.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Whether the release has what is asked for, and whether the system is one that it supports. */
final class ReleaseChecks {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern GLIBC = Pattern.compile("glibc ([0-9]+)\\.([0-9]+).*");

  private final Request request;
  private final List<Problem> problems;

  ReleaseChecks(Request request, List<Problem> problems) {
    this.request = request;
    this.problems = problems;
  }

  void check() {
    commit();
    extras();
    system();
  }

  private void commit() {
    if (!request.isCommit()) {
      return;
    }
    if (request.metadata().commit().filter(c -> HASH.matcher(c).matches()).isEmpty()) {
      problems.add(
          Problem.answers(
              "commit-not-resolved",
              "release.ref",
              Words.of("plan.commit-not-resolved.sentence"),
              Words.of("plan.commit-not-resolved.cause"),
              Words.of("plan.commit-not-resolved.next")));
    }
    boolean comesWithStep = request.answers().systemSteps().any();
    if (request.facts().tools().git().isEmpty() && !comesWithStep) {
      problems.add(
          Problem.preflight(
              "git-absent",
              "release.ref",
              Words.of("plan.git-absent.sentence", request.facts().os().prettyName()),
              Words.of("plan.git-absent.cause"),
              Words.of("plan.git-absent.next")));
    }
  }

  private void extras() {
    List<String> chosen = request.answers().extras();
    for (int i = 0; i < chosen.size(); i++) {
      if (Extras.find(request.metadata(), chosen.get(i)).isEmpty()) {
        problems.add(
            Problem.answers(
                "extra-not-in-release",
                "extras[" + i + "]",
                noSuchExtra(JsonFields.shown(chosen.get(i))),
                request.metadata().extras().isEmpty()
                    ? Words.of("plan.extra-not-in-release.cause.none")
                    : Words.of(
                        "plan.extra-not-in-release.cause",
                        String.join(", ", request.metadata().extras().keySet())),
                Words.of("plan.extra-not-in-release.next")));
      }
    }
  }

  private String noSuchExtra(String extra) {
    return request
        .metadata()
        .version()
        .map(version -> Words.of("plan.extra-not-in-release.sentence", extra, version))
        .orElseGet(() -> Words.of("plan.extra-not-in-release.sentence.this-release", extra));
  }

  private void system() {
    Facts.Os os = request.facts().os();
    if (!os.arch().equals("x86_64") && !request.onAarch64()) {
      unsupported(
          "arch-not-supported",
          Words.of("plan.arch-not-supported.sentence", os.arch()),
          Words.of("plan.arch-not-supported.cause"));
    }
    Matcher glibc = GLIBC.matcher(os.libc());
    if (os.libc().startsWith("musl")) {
      unsupported(
          "libc-not-supported",
          Words.of("plan.libc-not-supported.sentence.musl"),
          Words.of("plan.libc-not-supported.cause.musl"));
    } else if (glibc.matches() && older(glibc)) {
      unsupported(
          "libc-not-supported",
          Words.of("plan.libc-not-supported.sentence.old", glibc.group(1), glibc.group(2)),
          Words.of("plan.libc-not-supported.cause.old"));
    }
  }

  private static boolean older(Matcher glibc) {
    int major = Integer.parseInt(glibc.group(1));
    return major < 2 || (major == 2 && Integer.parseInt(glibc.group(2)) < 28);
  }

  private void unsupported(String code, String sentence, String cause) {
    problems.add(
        Problem.preflight(
            code, "target", sentence, cause, Words.of("plan.system-not-supported.next")));
  }
}
