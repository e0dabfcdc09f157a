package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.PathFact.Kind;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Sources;
import org.megatronsetup.words.Words;

/** Whether the files and folders that the sources name are there. */
final class SourceChecks {
  private final Request request;
  private final List<Problem> problems;

  SourceChecks(Request request, List<Problem> problems) {
    this.request = request;
    this.problems = problems;
  }

  void check() {
    Sources sources = request.answers().sources();
    for (int i = 0; i < sources.findLinks().size(); i++) {
      folderOfWheels(PathRules.plain(sources.findLinks().get(i)), "sources.findLinks[" + i + "]");
    }
    sources.caBundle().map(PathRules::plain).ifPresent(this::caBundle);
    sources.cacheDir().map(PathRules::plain).ifPresent(this::cacheDir);
  }

  private void folderOfWheels(String path, String field) {
    Optional<Kind> kind = request.fact(path).map(Facts.PathFact::kind);
    if (kind.isPresent() && kind.get() != Kind.FOLDER && kind.get() != Kind.VENV) {
      add(
          "folder-of-wheels",
          field,
          Words.of("plan.folder-of-wheels.sentence", path),
          kind.get() == Kind.EMPTY_FOLDER
              ? Words.of("plan.folder-of-wheels.cause.empty")
              : kind.get() == Kind.FILE
                  ? Words.of("plan.folder-of-wheels.cause.file")
                  : Words.of("plan.folder-of-wheels.cause.nothing"),
          Words.of("plan.folder-of-wheels.next"));
    }
  }

  private void caBundle(String path) {
    if (request.fact(path).filter(f -> f.kind() != Kind.FILE).isPresent()) {
      add(
          "ca-bundle-absent",
          "sources.caBundle",
          Words.of("plan.ca-bundle-absent.sentence", path),
          Words.of("plan.ca-bundle-absent.cause"),
          Words.of("plan.ca-bundle-absent.next"));
    }
  }

  private void cacheDir(String path) {
    Optional<Facts.PathFact> fact = request.fact(path);
    if (fact.isPresent() && (fact.get().kind() == Kind.FILE || !fact.get().writable())) {
      add(
          "cache-not-writable",
          "sources.cacheDir",
          Words.of("plan.cache-not-writable.sentence", path),
          fact.get().kind() == Kind.FILE
              ? Words.of("plan.cache-not-writable.cause.file")
              : Words.of("plan.cache-not-writable.cause", request.facts().user().name()),
          Words.of("plan.cache-not-writable.next"));
    }
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.preflight(code, field, sentence, cause, nextStep));
  }
}
