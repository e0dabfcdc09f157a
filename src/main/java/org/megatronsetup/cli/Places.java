package org.megatronsetup.cli;

import java.nio.file.Path;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/**
 * Paths as they are typed: of this computer, or of a machine where nobody knows what they rest on.
 */
record Places(Target target) {
  static final Places HERE = new Places(new Target.Local());

  /**
   * @throws SetupException for a relative path on another machine
   */
  String absolute(Path path) {
    if (target instanceof Target.Local) {
      return path.toAbsolutePath().normalize().toString();
    }
    if (!path.isAbsolute()) {
      throw new SetupException(
          Problem.answers(
              "relative-path-elsewhere",
              "",
              target instanceof Target.Container
                  ? Words.of("cli.relative-path.container", path)
                  : Words.of("cli.relative-path.machine", path),
              Words.of("cli.relative-path.cause"),
              Words.of("cli.relative-path.next")));
    }
    return path.normalize().toString();
  }
}
