package org.megatronsetup.model;

import java.util.List;

/**
 * What a plan can do about a check; nothing is done before its plan was seen.
 *
 * @param packages for {@link Kind#PACKAGES}, as PEP 508 writes them; empty otherwise
 */
public record Mend(Kind kind, List<String> packages) {

  /** What it takes. */
  public enum Kind {
    /** Packages that are not there. */
    PACKAGES,
    /** What was planned, once more: something is missing that it would bring. */
    INSTALL,
    /** Another environment, or another Python for it. */
    ENVIRONMENT
  }

  public Mend {
    packages = List.copyOf(packages);
  }
}
