package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Target;
import org.megatronsetup.pep.PackageName;
import org.megatronsetup.pep.PyVersion;

/** What can be said against answers without any facts. Finds every problem, not only the first. */
public final class AnswersCheck {
  private static final int MOST_JOBS = 1024;

  private final List<Problem> problems = new ArrayList<>();

  private AnswersCheck() {}

  /** All problems, in the order of the answers' fields; empty if there are none. */
  public static List<Problem> check(Answers answers) {
    AnswersCheck check = new AnswersCheck();
    check.problems.addAll(TargetRules.check(answers.target()));
    check.release(answers.release());
    check.extras(answers.extras());
    for (int i = 0; i < answers.requirements().size(); i++) {
      check.problems.addAll(
          RequirementRules.check(answers.requirements().get(i), "requirements[" + i + "]"));
    }
    check.environment(answers.environment());
    check.mirrors(answers.systemSteps().mirrors());
    check.sources(answers.sources());
    // on this computer the folders are used as they lie
    check.each(
        answers.sources().bringWheels(),
        "sources.bringWheels",
        answers.target() instanceof Target.Local ? PathRules::check : ClientPaths::wheels);
    answers.maxJobs().ifPresent(check::maxJobs);
    return List.copyOf(check.problems);
  }

  private void release(Release release) {
    switch (release) {
      case Release.Stable stable -> stable.version().ifPresent(this::version);
      case Release.PreRelease pre -> pre.version().ifPresent(this::version);
      case Release.Commit commit ->
          RefRules.check(commit.ref(), "release.ref").ifPresent(problems::add);
    }
  }

  private void version(String version) {
    if (PyVersion.tryParse(version).isEmpty()) {
      add(
          "release-version-form",
          "release.version",
          "“" + JsonFields.shown(version) + "” is not a version.",
          "Versions are numbers and dots, such as 0.19.0 or 0.20.0rc1.",
          "Choose a version from the list, or leave it out for the newest.");
    }
  }

  private void extras(List<String> extras) {
    for (int i = 0; i < extras.size(); i++) {
      if (!PackageName.isValid(extras.get(i))) {
        add(
            "extra-form",
            "extras[" + i + "]",
            "“" + JsonFields.shown(extras.get(i)) + "” is not the name of an extra.",
            "Names are letters and digits, with - _ or . between them.",
            "Choose from the extras that the release declares.");
      }
    }
  }

  private void environment(Environment environment) {
    switch (environment) {
      case Environment.NewVenv venv -> {
        path(venv.path(), "environment.path");
        venv.python().ifPresent(python -> path(python, "environment.python"));
      }
      case Environment.Existing existing -> path(existing.python(), "environment.python");
    }
  }

  private void mirrors(Mirrors mirrors) {
    mirror(mirrors.ubuntu(), "systemSteps.mirrors.ubuntu");
    mirror(mirrors.cuda(), "systemSteps.mirrors.cuda");
    mirror(mirrors.deadsnakes(), "systemSteps.mirrors.deadsnakes");
    if (mirrors.cudaKeyringSha256().filter(s -> !s.matches("[0-9a-f]{64}")).isPresent()) {
      add(
          "sha256-form",
          "systemSteps.mirrors.cudaKeyringSha256",
          "The checksum of the CUDA keyring is not a sha256.",
          "A sha256 is 64 digits and letters from a to f, as sha256sum prints it.",
          "Copy it from the mirror's own pages, or leave it out for NVIDIA's keyring.");
    }
  }

  private void mirror(Optional<String> address, String field) {
    address.flatMap(a -> AddressRules.mirror(a, field)).ifPresent(problems::add);
  }

  private void sources(Sources sources) {
    Optional<String> index = sources.indexUrl();
    index.flatMap(u -> AddressRules.index(u, "sources.indexUrl")).ifPresent(problems::add);
    each(sources.extraIndexUrls(), "sources.extraIndexUrls", AddressRules::index);
    each(sources.findLinks(), "sources.findLinks", PathRules::check);
    if (sources.noIndex() && sources.findLinks().isEmpty() && sources.bringWheels().isEmpty()) {
      add(
          "no-source",
          "sources.findLinks",
          "There is no place to take packages from.",
          "“sources.noIndex” says not to ask an index, and no folder of wheels is named.",
          "Name a folder of wheels, or allow an index.");
    }
    if (sources.noIndex() && (index.isPresent() || !sources.extraIndexUrls().isEmpty())) {
      add(
          "index-and-no-index",
          "sources.noIndex",
          "An index is named and forbidden at the same time.",
          "With “sources.noIndex”, pip ignores every index.",
          "Take out the index, or allow it.");
    }
    sources.proxy().flatMap(p -> AddressRules.proxy(p, "sources.proxy")).ifPresent(problems::add);
    sources.caBundle().ifPresent(p -> path(p, "sources.caBundle"));
    sources.cacheDir().ifPresent(p -> path(p, "sources.cacheDir"));
    sources
        .repository()
        .flatMap(r -> AddressRules.repository(r, "sources.repository"))
        .ifPresent(problems::add);
  }

  private void each(
      List<String> values, String field, BiFunction<String, String, Optional<Problem>> rule) {
    for (int i = 0; i < values.size(); i++) {
      rule.apply(values.get(i), field + "[" + i + "]").ifPresent(problems::add);
    }
  }

  private void maxJobs(int jobs) {
    if (jobs < 1 || jobs > MOST_JOBS) {
      add(
          "max-jobs-range",
          "maxJobs",
          "The number of parallel compilers is out of range.",
          "It may be 1 to " + MOST_JOBS + ".",
          "Choose a number in that range, or leave it out: it follows from cores and memory.");
    }
  }

  private void path(String path, String field) {
    PathRules.check(path, field).ifPresent(problems::add);
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.answers(code, field, sentence, cause, nextStep));
  }
}
