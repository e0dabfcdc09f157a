package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

/** What compiling extras and installing from source need. None of it is needed for the wheels. */
final class BuildVerdicts {

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
          Words.of("probe.cuda.title"),
          value.isEmpty() ? Words.of("probe.cuda.none") : Words.of("probe.cuda.no-nvcc", value),
          Words.of("probe.cuda.no-nvcc.remedy"));
    }
    int toolkit = Quantity.major(cuda.toolkit().or(cuda::nvcc).orElse("0"));
    int driver = facts.driverCuda().map(Quantity::major).orElse(0);
    if (driver > 0 && toolkit > driver) {
      return attention(
          "cuda",
          Words.of("probe.cuda.title"),
          value,
          Words.of("probe.cuda.too-new.remedy", facts.driverCuda().orElse(""), driver));
    }
    if (cuda.cudnn().isEmpty()) {
      return attention(
          "cuda",
          Words.of("probe.cuda.title"),
          Words.of("probe.cuda.no-cudnn", value),
          Words.of("probe.cuda.no-cudnn.remedy"));
    }
    return ready("cuda", Words.of("probe.cuda.title"), value);
  }

  private static Verdict compiler(Facts facts) {
    Facts.Tools tools = facts.tools();
    if (tools.cc().isEmpty() || tools.cxx().isEmpty()) {
      return attention(
          "compiler",
          Words.of("probe.compiler.title"),
          tools
              .cc()
              .map(cc -> Words.of("probe.compiler.no-cxx", cc))
              .orElseGet(() -> Words.of("probe.compiler.none")),
          Words.of("probe.compiler.remedy"));
    }
    return ready(
        "compiler", Words.of("probe.compiler.title"), tools.cc().get() + ", " + tools.cxx().get());
  }

  private static Verdict headers(Facts facts) {
    List<Facts.Python> with =
        PythonVerdicts.usable(facts).stream().filter(Facts.Python::headers).toList();
    return with.isEmpty()
        ? attention(
            "headers",
            Words.of("probe.headers.title"),
            Words.of("probe.headers.none"),
            Words.of("probe.headers.remedy"))
        : ready(
            "headers",
            Words.of("probe.headers.title"),
            Words.of("probe.headers.for", PythonVerdicts.numbers(with)));
  }

  private static Verdict git(Facts facts) {
    return facts
        .tools()
        .git()
        .map(path -> ready("git", "git", path))
        .orElseGet(
            () ->
                attention("git", "git", Words.of("probe.git.none"), Words.of("probe.git.remedy")));
  }
}
