package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;

/** What compiling extras and installing from source need. None of it is needed for the wheels. */
final class BuildVerdicts {
  private static final String ONLY_FOR_EXTRAS =
      "Needed only for extras that are compiled, such as Transformer Engine or Mamba. ";

  private BuildVerdicts() {}

  static List<Verdict> of(Facts facts) {
    return List.of(cuda(facts), compiler(facts), headers(facts), git(facts));
  }

  private static Verdict cuda(Facts facts) {
    Facts.Cuda cuda = facts.cuda();
    String value =
        String.join(
            ", ",
            Stream.of(
                    cuda.toolkit().map(version -> "CUDA " + version),
                    cuda.nvcc().map(version -> "nvcc " + version),
                    cuda.cudnn().map(version -> "cuDNN " + version),
                    cuda.cutlass() ? Optional.of("CUTLASS") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList());
    if (cuda.nvcc().isEmpty()) {
      return attention(
          "cuda",
          "CUDA toolkit",
          value.isEmpty() ? "none" : value + ", no nvcc",
          ONLY_FOR_EXTRAS
              + "The guide installs CUDA 12.8, cuDNN 9 and CUTLASS on Ubuntu 24.04; the plan can do"
              + " it there.");
    }
    int toolkit = Quantity.major(cuda.toolkit().or(cuda::nvcc).orElse("0"));
    int driver = facts.driverCuda().map(Quantity::major).orElse(0);
    if (driver > 0 && toolkit > driver) {
      return attention(
          "cuda",
          "CUDA toolkit",
          value,
          "The driver knows CUDA up to "
              + facts.driverCuda().orElse("")
              + ": what this toolkit compiles would not run. Update the driver, or use a toolkit of"
              + " CUDA "
              + driver
              + ".");
    }
    if (cuda.cudnn().isEmpty()) {
      return attention(
          "cuda",
          "CUDA toolkit",
          value + ", no cuDNN",
          ONLY_FOR_EXTRAS + "Install cuDNN 9 for this CUDA.");
    }
    return ready("cuda", "CUDA toolkit", value);
  }

  private static Verdict compiler(Facts facts) {
    Facts.Tools tools = facts.tools();
    if (tools.cc().isEmpty() || tools.cxx().isEmpty()) {
      return attention(
          "compiler",
          "Compiler",
          tools.cc().map(cc -> cc + ", but none for C++").orElse("none"),
          "Needed for extras that are compiled and for installing a commit: without it a source"
              + " install leaves out the helper for data sets, and says nothing. On Debian and"
              + " Ubuntu it is the package build-essential.");
    }
    return ready("compiler", "Compiler", tools.cc().get() + ", " + tools.cxx().get());
  }

  private static Verdict headers(Facts facts) {
    List<Facts.Python> with =
        PythonVerdicts.usable(facts).stream().filter(Facts.Python::headers).toList();
    return with.isEmpty()
        ? attention(
            "headers",
            "Python headers",
            "none",
            "Needed for everything that is compiled, and by Triton while it runs. On Debian and"
                + " Ubuntu they are in the package python3.12-dev (the number as the"
                + " interpreter's); uv's and conda's Pythons have them.")
        : ready("headers", "Python headers", "for Python " + PythonVerdicts.numbers(with));
  }

  private static Verdict git(Facts facts) {
    return facts
        .tools()
        .git()
        .map(path -> ready("git", "git", path))
        .orElseGet(
            () ->
                attention(
                    "git",
                    "git",
                    "none",
                    "Needed only to install a commit. Install the package git, or choose a"
                        + " release."));
  }
}
