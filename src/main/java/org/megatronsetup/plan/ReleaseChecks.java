package org.megatronsetup.plan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;

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
              "The commit could not be resolved to a full hash.",
              "A branch or a short hash may mean something else tomorrow, so only a full hash is"
                  + " installed.",
              "Check the name against the repository's branches and tags, or give the full hash."));
    }
    boolean comesWithStep = request.answers().systemSteps().any();
    if (request.facts().tools().git().isEmpty() && !comesWithStep) {
      problems.add(
          Problem.preflight(
              "git-absent",
              "release.ref",
              "There is no git on " + request.facts().os().prettyName() + " here.",
              "A commit is fetched with git.",
              "Install git, or choose a released version."));
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
                "There is no extra “"
                    + JsonFields.shown(chosen.get(i))
                    + "” in "
                    + request.releaseName()
                    + ".",
                request.metadata().extras().isEmpty()
                    ? "It declares no extras at all."
                    : "It declares: "
                        + String.join(", ", request.metadata().extras().keySet())
                        + ".",
                "Choose from these, or another release."));
      }
    }
  }

  private void system() {
    Facts.Os os = request.facts().os();
    if (!os.arch().equals("x86_64") && !request.onAarch64()) {
      unsupported(
          "arch-not-supported",
          "Megatron Core and PyTorch with CUDA are not made for " + os.arch() + ".",
          "There are wheels for x86_64 and aarch64.");
    }
    Matcher glibc = GLIBC.matcher(os.libc());
    if (os.libc().startsWith("musl")) {
      unsupported(
          "libc-not-supported",
          "Megatron Core and PyTorch are not made for systems with musl.",
          "Their wheels need glibc 2.28 or newer.");
    } else if (glibc.matches() && older(glibc)) {
      unsupported(
          "libc-not-supported",
          "This system's glibc " + glibc.group(1) + "." + glibc.group(2) + " is too old.",
          "The wheels of Megatron Core and PyTorch need glibc 2.28 or newer.");
    }
  }

  private static boolean older(Matcher glibc) {
    int major = Integer.parseInt(glibc.group(1));
    return major < 2 || (major == 2 && Integer.parseInt(glibc.group(2)) < 28);
  }

  private void unsupported(String code, String sentence, String cause) {
    problems.add(
        Problem.preflight(
            code,
            "target",
            sentence,
            cause,
            "Choose another machine, such as one with Ubuntu 24.04."));
  }
}
