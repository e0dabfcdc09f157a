package org.megatronsetup.model;

/**
 * The parts of the guide's "vanilla Ubuntu" chapter that the person wants, each needing root.
 *
 * @param python Python's headers, venv and pip
 * @param cuda CUDA toolkit 12.8, cuDNN 9 and CUTLASS
 */
public record SystemSteps(boolean python, boolean cuda) {
  public static final SystemSteps NONE = new SystemSteps(false, false);

  public boolean any() {
    return python || cuda;
  }
}
