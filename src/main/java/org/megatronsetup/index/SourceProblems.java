package org.megatronsetup.index;

import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** What can be wrong with an index or a folder of wheels, in plain words. */
final class SourceProblems {
  private static final String INDEX = "sources.indexUrl";
  private static final String FOLDER = "sources.findLinks";

  private SourceProblems() {}

  static Problem noAddress(String shown) {
    return Problem.answers(
        "index-address",
        INDEX,
        Words.of("index.index-address.sentence", shown),
        Words.of("index.index-address.cause"),
        Words.of("index.index-address.next"));
  }

  static Problem notFound(String shown) {
    return Problem.answers(
        "index-not-found",
        INDEX,
        Words.of("index.index-not-found.sentence", shown),
        Words.of("index.index-not-found.cause"),
        Words.of("index.index-not-found.next"));
  }

  static Problem oddStatus(String shown, int status) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-error",
        Words.of("index.index-error.odd-status.sentence", shown, status),
        Words.of("index.index-error.odd-status.cause"),
        Words.of("index.index-error.odd-status.next"),
        INDEX);
  }

  static Problem garbage(String shown) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-not-an-index",
        Words.of("index.index-not-an-index.sentence", shown),
        Words.of("index.index-not-an-index.cause"),
        Words.of("index.index-not-an-index.next"),
        INDEX);
  }

  static Problem noFolder(String path) {
    return Problem.answers(
        "folder-missing",
        FOLDER,
        Words.of("index.folder-missing.sentence", path),
        Words.of("index.folder-missing.cause"),
        Words.of("index.folder-missing.next"));
  }

  static Problem noClientFolder(String path) {
    return Problem.answers(
        "bring-folder-missing",
        "sources.bringWheels",
        Words.of("index.bring-folder-missing.sentence", path),
        Words.of("index.bring-folder-missing.cause"),
        Words.of("index.bring-folder-missing.next"));
  }

  static Problem noSources() {
    return Problem.answers(
        "no-sources",
        FOLDER,
        Words.of("index.no-sources.sentence"),
        Words.of("index.no-sources.cause"),
        Words.of("index.no-sources.next"));
  }

  static Problem nothing(String project, String places) {
    return Problem.answers(
        "no-such-project",
        INDEX,
        Words.of("index.no-such-project.sentence", project, places),
        Words.of("index.no-such-project.cause"),
        Words.of("index.no-such-project.next"));
  }

  static Problem caBundle(String path) {
    return Problem.answers(
        "ca-bundle",
        "sources.caBundle",
        Words.of("index.ca-bundle.sentence", path),
        Words.of("index.ca-bundle.cause"),
        Words.of("index.ca-bundle.next"));
  }

  static Problem lostContact(String machine, String reason) {
    return new Problem(
        Problem.Kind.CONTACT,
        "target-no-answer",
        Words.of("index.target-no-answer.sentence", machine),
        reason,
        Words.of("index.target-no-answer.next"),
        "");
  }
}
