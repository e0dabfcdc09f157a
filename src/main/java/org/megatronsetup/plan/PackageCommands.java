package org.megatronsetup.plan;

import java.util.List;
import org.megatronsetup.model.Command;

/** How packages are put into an environment: by pip or by uv. */
sealed interface PackageCommands permits PipCommands, UvCommands {

  /** Makes a virtual environment. */
  Command makeVenv(Interpreter.Maker maker, String path);

  /** Brings packages to the newest version that fits, as {@code pip install -U}. */
  Command upgrade(List<String> requirements);

  /** Installs with builds in isolation, as plain {@code pip install}. */
  Command install(List<String> requirements, boolean preReleases);

  /**
   * Puts another build of Megatron Core in the place of one that has the same version, and leaves
   * everything else alone.
   */
  Command replace(String requirement, boolean preReleases);

  /** Installs with builds that see the environment, as {@code --no-build-isolation}. */
  Command installInPlace(List<String> requirements);

  /** A requirement on one commit, in the form that this program understands. */
  String commit(String repository, String hash, List<String> extras);
}
