package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Gpu;
import org.megatronsetup.model.Verdict;

/** The GPUs and their driver. Neither is needed to install. */
final class GpuVerdicts {
  private static final String CPU_ONLY =
      "Megatron Core can be installed all the same, and the validation then runs on the CPU. ";

  private GpuVerdicts() {}

  static List<Verdict> of(Facts facts) {
    return List.of(gpus(facts), driver(facts));
  }

  private static Verdict gpus(Facts facts) {
    if (facts.gpus().isEmpty()) {
      return facts.driverVersion().isPresent()
          ? attention(
              "gpu",
              "GPU",
              "none answers, though a driver is loaded",
              CPU_ONLY
                  + "Run nvidia-smi on the machine: after an update of the driver it may need a"
                  + " restart, and a container needs the GPUs handed in.")
          : attention(
              "gpu",
              "GPU",
              "none found",
              CPU_ONLY
                  + "If the machine has an NVIDIA GPU, install its driver; nvidia-smi must list the"
                  + " GPU.");
    }
    boolean tooOld =
        facts.gpus().stream()
            .map(Gpu::computeCapability)
            .anyMatch(c -> !c.isEmpty() && !Quantity.atLeast(c, 7, 5));
    return tooOld
        ? attention(
            "gpu",
            "GPU",
            listed(facts.gpus()),
            "Megatron Core wants compute capability 7.5 (Turing) or newer. On an older GPU expect"
                + " that kernels are missing.")
        : ready("gpu", "GPU", listed(facts.gpus()));
  }

  private static String listed(List<Gpu> gpus) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Gpu gpu : gpus) {
      String memory = gpu.memory() > 0 ? ", " + Quantity.size(gpu.memory()) : "";
      String capability =
          gpu.computeCapability().isEmpty()
              ? ""
              : ", compute capability " + gpu.computeCapability();
      counts.merge(gpu.name() + memory + capability, 1, Integer::sum);
    }
    return String.join(
        "; ", counts.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList());
  }

  private static Verdict driver(Facts facts) {
    if (facts.driverVersion().isEmpty()) {
      return attention(
          "driver",
          "NVIDIA driver",
          "none answers",
          "Nothing to do without a GPU. Otherwise install the driver (580 or newer for PyTorch's"
              + " current wheels) and look again.");
    }
    String value =
        facts.driverVersion().get()
            + facts.driverCuda().map(cuda -> ", for CUDA up to " + cuda).orElse("");
    int cuda = facts.driverCuda().map(Quantity::major).orElse(0);
    if (cuda > 0 && cuda < 13) {
      return attention(
          "driver",
          "NVIDIA driver",
          value,
          "PyTorch's current wheels are built for CUDA 13 and need driver 580 or newer. Update the"
              + " driver, or take a PyTorch for CUDA "
              + cuda
              + " through an index of your own choice.");
    }
    return ready("driver", "NVIDIA driver", value);
  }
}
