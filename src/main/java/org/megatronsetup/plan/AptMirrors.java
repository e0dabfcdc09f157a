package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Mirrors;

/**
 * Where apt's packages come from in the steps that run as root. An address reaches the fixed texts
 * as a variable that is set before them, never as a part of their text.
 */
final class AptMirrors {
  static final String NVIDIA = "https://developer.download.nvidia.com/compute/cuda/repos";

  /**
   * sha256 of {@code cuda-keyring_1.1-1_all.deb} for Ubuntu 24.04 on x86_64 as it was in 2026-11.
   * It is pinned here because NVIDIA publishes none beside the file.
   */
  static final String KEYRING_SHA256 =
      "d2a6b11c096396d868758b86dab1823b25e14d70333f1dfa74da5ddaf6a06dba";

  private final Mirrors mirrors;
  private final PlanTexts texts;

  AptMirrors(Request request, PlanTexts texts) {
    this.mirrors = request.answers().systemSteps().mirrors();
    this.texts = texts;
  }

  /** A text that installs packages of Ubuntu, told where they come from if not from its archive. */
  List<Command> ubuntu(String text) {
    List<Command> commands = new ArrayList<>();
    mirrors
        .ubuntu()
        .ifPresent(
            address -> {
              commands.add(set("UBUNTU_MIRROR", address));
              commands.add(texts.fixed("ubuntu-mirror.sh"));
            });
    commands.add(texts.fixed(text));
    return commands;
  }

  /** The mirror of deadsnakes, as a variable. */
  Optional<Command> deadsnakes() {
    return mirrors.deadsnakes().map(address -> set("DEADSNAKES_MIRROR", address));
  }

  /** Adds NVIDIA's repository, or the mirror of it. */
  List<Command> cudaRepository() {
    List<Command> commands = new ArrayList<>();
    commands.add(cudaAddress());
    commands.add(set("CUDA_KEYRING_SHA256", mirrors.cudaKeyringSha256().orElse(KEYRING_SHA256)));
    commands.add(texts.fixed("cuda-repository.sh"));
    if (mirrors.cuda().isPresent()) {
      commands.add(texts.fixed("cuda-mirror.sh"));
    }
    return commands;
  }

  /** Whether the keyring is there and the list of sources names this repository. */
  List<Command> cudaRepositoryDone() {
    return List.of(cudaAddress(), texts.fixed("cuda-repository-done.sh"));
  }

  private Command cudaAddress() {
    return set("CUDA_REPOSITORY", mirrors.cuda().orElse(NVIDIA));
  }

  private static Command set(String name, String address) {
    return new Command.Export(name, PathRules.plain(address), false);
  }
}
