package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.words.Words;

/**
 * Keeps compilers within what the machine has: too many of them take all memory and the desktop.
 */
final class BuildGovernor {
  /** One CUDA compiler at work on these packages. */
  private static final long MEMORY_PER_JOB = 4L << 30;

  private final Request request;

  BuildGovernor(Request request) {
    this.request = request;
  }

  /** Which GPUs to compile for, in the spellings of the tools. */
  record Architectures(String forTorch, String forTransformerEngine) {}

  /** Compilers at a time: as asked for, or as many as cores and free memory allow. */
  int jobs() {
    return request.answers().maxJobs().orElseGet(this::derived);
  }

  /** One sentence that says where the number comes from. */
  String reason() {
    if (request.answers().maxJobs().isPresent()) {
      return Words.count("plan.build.jobs.asked", jobs());
    }
    Facts.Hardware hardware = request.facts().hardware();
    int cores = hardware.cores();
    String memory = "%.0f".formatted(hardware.memoryAvailable() / (double) (1L << 30));
    if (cores == 1) {
      return Words.of("plan.build.jobs.one-core", memory);
    }
    return jobs() == 1
        ? Words.of("plan.build.jobs.one-compiler", cores, memory)
        : Words.of("plan.build.jobs", jobs(), cores, memory);
  }

  private int derived() {
    Facts.Hardware hardware = request.facts().hardware();
    long byMemory = hardware.memoryAvailable() / MEMORY_PER_JOB;
    return Math.clamp(Math.min(hardware.cores(), byMemory), 1, 1024);
  }

  /** Empty where no GPU tells: then the packages build for all that they know. */
  Optional<Architectures> architectures() {
    List<String> found =
        request.facts().gpus().stream()
            .map(Facts.Gpu::computeCapability)
            .filter(c -> c.matches("[0-9]{1,2}\\.[0-9]"))
            .distinct()
            .sorted()
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Architectures(String.join(";", found), String.join(";", found).replace(".", "")));
  }
}
