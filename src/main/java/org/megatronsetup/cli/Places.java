package org.megatronsetup.cli;

import java.nio.file.Path;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;

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
              (target instanceof Target.Container ? "In a container" : "On another machine")
                  + " a path must be absolute: "
                  + path
                  + " is not.",
              "The folder that this program was started in is one of this computer.",
              "Write the whole path, such as --venv /home/ada/mcore."));
    }
    return path.normalize().toString();
  }
}
