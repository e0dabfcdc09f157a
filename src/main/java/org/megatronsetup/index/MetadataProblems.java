package org.megatronsetup.index;

import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** What can be wrong with the metadata of a release, in plain words. */
final class MetadataProblems {
  private MetadataProblems() {}

  static Problem fileGone(String shown, int status) {
    return new Problem(
        Problem.Kind.CONTACT,
        "file-gone",
        Words.of("index.file-gone.sentence", shown, status),
        Words.of("index.file-gone.cause"),
        Words.of("index.file-gone.next"),
        "sources.indexUrl");
  }

  static Problem tooLarge(String shown, int limit) {
    return new Problem(
        Problem.Kind.PREFLIGHT,
        "metadata-too-large",
        Words.of("index.metadata-too-large.sentence", limit >> 20),
        Words.of("index.metadata-too-large.cause", shown),
        Words.of("index.metadata-too-large.next"),
        "sources.indexUrl");
  }

  static Problem unreadable(String shown, String reason) {
    return new Problem(
        Problem.Kind.PREFLIGHT,
        "metadata-unreadable",
        Words.of("index.metadata-unreadable.sentence", shown),
        reason,
        Words.of("index.metadata-unreadable.next"),
        "sources.indexUrl");
  }
}
