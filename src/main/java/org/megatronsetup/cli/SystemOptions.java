package org.megatronsetup.cli;

import java.util.Optional;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.SystemSteps;
import picocli.CommandLine.Option;

/** The options that say what the system's own packages bring, and where they come from. */
final class SystemOptions {

  @Option(
      names = "--system-python",
      description =
          "Also install Python's headers, venv and pip with the system's packages (root).")
  boolean python;

  @Option(
      names = "--system-cuda",
      description =
          "Also install the CUDA toolkit, cuDNN and CUTLASS with the system's packages (root).")
  boolean cuda;

  @Option(
      names = "--ubuntu-mirror",
      paramLabel = "URL",
      description = "Mirror of Ubuntu's archive for these steps (http, https, file:///…).")
  Optional<String> ubuntu = Optional.empty();

  @Option(
      names = "--cuda-mirror",
      paramLabel = "URL",
      description = "Mirror of NVIDIA's compute/cuda/repos, with ubuntu2404/x86_64 in it.")
  Optional<String> cudaMirror = Optional.empty();

  @Option(
      names = "--cuda-keyring-sha256",
      paramLabel = "SUM",
      description = "Checksum of that mirror's cuda-keyring package, where it is not NVIDIA's.")
  Optional<String> cudaKeyringSha256 = Optional.empty();

  @Option(
      names = "--deadsnakes-mirror",
      paramLabel = "URL",
      description = "Mirror of the deadsnakes PPA, which Ubuntu 22.04 needs for Python 3.12.")
  Optional<String> deadsnakes = Optional.empty();

  SystemSteps over(SystemSteps base) {
    Mirrors there = base.mirrors();
    return new SystemSteps(
        python || base.python(),
        cuda || base.cuda(),
        new Mirrors(
            ubuntu.or(there::ubuntu),
            cudaMirror.or(there::cuda),
            deadsnakes.or(there::deadsnakes),
            cudaKeyringSha256.or(there::cudaKeyringSha256)));
  }
}
