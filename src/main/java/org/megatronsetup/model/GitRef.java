package org.megatronsetup.model;

/** A branch or tag of the repository, with the full hash of its commit. */
public record GitRef(Kind kind, String name, String hash) {

  /** What a ref is. */
  public enum Kind {
    BRANCH,
    TAG
  }
}
