package org.megatronsetup.index;

import org.megatronsetup.model.Problem;

/** What can be wrong with the metadata of a release, in plain words. */
final class MetadataProblems {
  private MetadataProblems() {}

  static Problem fileGone(String shown, int status) {
    return new Problem(
        Problem.Kind.CONTACT,
        "file-gone",
        "The index lists a file that it does not have: " + shown + " (status " + status + ").",
        "The index and the store of its files do not agree, as a mirror in the middle of an"
            + " update may not.",
        "Try again in a while, or name another index (--index-url).",
        "sources.indexUrl");
  }

  static Problem tooLarge(String shown, int limit) {
    return new Problem(
        Problem.Kind.PREFLIGHT,
        "metadata-too-large",
        "What the release needs cannot be read without downloading more than "
            + (limit >> 20)
            + " MiB.",
        "The server gives " + shown + " only as a whole, and no metadata beside it.",
        "Name an index that offers metadata or parts of files, or download the wheel into a folder"
            + " and name that (--find-links).",
        "sources.indexUrl");
  }

  static Problem unreadable(String shown, String reason) {
    return new Problem(
        Problem.Kind.PREFLIGHT,
        "metadata-unreadable",
        "What the release needs cannot be read from " + shown + ".",
        reason,
        "The file may be damaged: choose another version, or another place to install from.",
        "sources.indexUrl");
  }
}
