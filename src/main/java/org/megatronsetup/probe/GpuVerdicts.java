package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Gpu;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

/** The GPUs and their driver. Neither is needed to install. */
final class GpuVerdicts {

  private GpuVerdicts() {}

  static List<Verdict> of(Facts facts) {
    return List.of(gpus(facts), driver(facts));
  }

  private static Verdict gpus(Facts facts) {
    if (facts.gpus().isEmpty()) {
      return facts.driverVersion().isPresent()
          ? attention(
              "gpu", "GPU", Words.of("probe.gpu.silent"), Words.of("probe.gpu.silent.remedy"))
          : attention("gpu", "GPU", Words.of("probe.gpu.none"), Words.of("probe.gpu.none.remedy"));
    }
    boolean tooOld =
        facts.gpus().stream()
            .map(Gpu::computeCapability)
            .anyMatch(c -> !c.isEmpty() && !Quantity.atLeast(c, 7, 5));
    return tooOld
        ? attention("gpu", "GPU", listed(facts.gpus()), Words.of("probe.gpu.too-old.remedy"))
        : ready("gpu", "GPU", listed(facts.gpus()));
  }

  private static String listed(List<Gpu> gpus) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Gpu gpu : gpus) {
      String name = gpu.name() + (gpu.memory() > 0 ? ", " + Quantity.size(gpu.memory()) : "");
      if (!gpu.computeCapability().isEmpty()) {
        name = Words.of("probe.gpu.capability", name, gpu.computeCapability());
      }
      counts.merge(name, 1, Integer::sum);
    }
    return String.join(
        "; ", counts.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList());
  }

  private static Verdict driver(Facts facts) {
    if (facts.driverVersion().isEmpty()) {
      return attention(
          "driver",
          Words.of("probe.driver.title"),
          Words.of("probe.driver.none"),
          Words.of("probe.driver.none.remedy"));
    }
    String version = facts.driverVersion().get();
    String value =
        facts
            .driverCuda()
            .map(most -> Words.of("probe.driver.cuda", version, most))
            .orElse(version);
    int cuda = facts.driverCuda().map(Quantity::major).orElse(0);
    if (cuda > 0 && cuda < 13) {
      return attention(
          "driver",
          Words.of("probe.driver.title"),
          value,
          Words.of("probe.driver.too-old.remedy", cuda));
    }
    return ready("driver", Words.of("probe.driver.title"), value);
  }
}
