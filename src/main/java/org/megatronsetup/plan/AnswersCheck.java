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
import org.megatronsetup.words.Words;

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
          Words.of("plan.release-version-form.sentence", JsonFields.shown(version)),
          Words.of("plan.release-version-form.cause"),
          Words.of("plan.release-version-form.next"));
    }
  }

  private void extras(List<String> extras) {
    for (int i = 0; i < extras.size(); i++) {
      if (!PackageName.isValid(extras.get(i))) {
        add(
            "extra-form",
            "extras[" + i + "]",
            Words.of("plan.extra-form.sentence", JsonFields.shown(extras.get(i))),
            Words.of("plan.extra-form.cause"),
            Words.of("plan.extra-form.next"));
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
          Words.of("plan.sha256-form.sentence"),
          Words.of("plan.sha256-form.cause"),
          Words.of("plan.sha256-form.next"));
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
          Words.of("plan.no-source.sentence"),
          Words.of("plan.no-source.cause"),
          Words.of("plan.no-source.next"));
    }
    if (sources.noIndex() && (index.isPresent() || !sources.extraIndexUrls().isEmpty())) {
      add(
          "index-and-no-index",
          "sources.noIndex",
          Words.of("plan.index-and-no-index.sentence"),
          Words.of("plan.index-and-no-index.cause"),
          Words.of("plan.index-and-no-index.next"));
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
          Words.of("plan.max-jobs-range.sentence"),
          Words.of("plan.max-jobs-range.cause", MOST_JOBS),
          Words.of("plan.max-jobs-range.next"));
    }
  }

  private void path(String path, String field) {
    PathRules.check(path, field).ifPresent(problems::add);
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.answers(code, field, sentence, cause, nextStep));
  }
}
