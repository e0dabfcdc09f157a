package org.megatronsetup.model;

import java.util.Objects;

/**
 * The parts of the guide's "vanilla Ubuntu" chapter that the person wants, each needing root.
 *
 * @param python Python's headers, venv and pip
 * @param cuda CUDA toolkit 12.8, cuDNN 9 and CUTLASS
 * @param mirrors where their packages come from, if not from the public repositories
 */
public record SystemSteps(boolean python, boolean cuda, Mirrors mirrors) {
  public static final SystemSteps NONE = new SystemSteps(false, false);

  public SystemSteps {
    // runs that were recorded before there were mirrors do not have them
    mirrors = Objects.requireNonNullElse(mirrors, Mirrors.NONE);
  }

  public SystemSteps(boolean python, boolean cuda) {
    this(python, cuda, Mirrors.NONE);
  }

  public boolean any() {
    return python || cuda;
  }
}
