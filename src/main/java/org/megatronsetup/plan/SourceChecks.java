package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.PathFact.Kind;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Sources;

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
          "There is no folder with wheels at " + path + ".",
          kind.get() == Kind.EMPTY_FOLDER
              ? "The folder is empty."
              : kind.get() == Kind.FILE ? "It is a file." : "There is nothing.",
          "Put the wheels there on the target, or name the folder that holds them.");
    }
  }

  private void caBundle(String path) {
    if (request.fact(path).filter(f -> f.kind() != Kind.FILE).isPresent()) {
      add(
          "ca-bundle-absent",
          "sources.caBundle",
          "There is no file at " + path + ".",
          "The certificates that servers are checked against should be in it.",
          "Name a PEM file on the target.");
    }
  }

  private void cacheDir(String path) {
    Optional<Facts.PathFact> fact = request.fact(path);
    if (fact.isPresent() && (fact.get().kind() == Kind.FILE || !fact.get().writable())) {
      add(
          "cache-not-writable",
          "sources.cacheDir",
          "The cache cannot be at " + path + ".",
          fact.get().kind() == Kind.FILE
              ? "It is a file."
              : "The user " + request.facts().user().name() + " may not write there.",
          "Name a folder that can be written to, or leave it open.");
    }
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.preflight(code, field, sentence, cause, nextStep));
  }
}
