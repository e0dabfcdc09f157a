package org.megatronsetup.plan;

import java.util.Optional;
import org.megatronsetup.model.Facts;

/**
 * The interpreter that a plan works with.
 *
 * @param path holds Megatron Core afterwards
 * @param root the environment it belongs to
 * @param version as far as it is known: {@code 3.12.3}, or {@code 3.12} before it is installed
 * @param maker makes the virtual environment; empty: there is nothing to make
 * @param isVenv whether {@code path} is in a virtual environment
 * @param isThere whether {@code path} exists already
 * @param pip version of pip in it, where that is known
 */
record Interpreter(
    String path,
    String root,
    String version,
    Optional<Maker> maker,
    boolean isVenv,
    boolean isThere,
    Optional<String> pip,
    Optional<String> megatronCore,
    Optional<String> torch) {

  /**
   * @param hasVenv whether it can make environments without help
   */
  record Maker(String path, boolean hasVenv) {}

  static Interpreter existing(Facts.Python python) {
    return new Interpreter(
        python.path(),
        rootOf(python.path()),
        python.version(),
        Optional.empty(),
        python.kind() == Facts.Python.Kind.VENV,
        true,
        python.pip(),
        python.megatronCore(),
        python.torch());
  }

  /** An environment that is made by another interpreter. */
  static Interpreter newVenv(String path, String version, Maker maker) {
    return new Interpreter(
        path + "/bin/python",
        path,
        version,
        Optional.of(maker),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** An environment that was made before. */
  static Interpreter oldVenv(
      String path, String version, Optional<Maker> maker, Optional<Facts.Python> python) {
    return new Interpreter(
        path + "/bin/python",
        path,
        version,
        maker,
        true,
        true,
        python.flatMap(Facts.Python::pip),
        python.flatMap(Facts.Python::megatronCore),
        python.flatMap(Facts.Python::torch));
  }

  /** The environment that an interpreter belongs to, told from its path. */
  static String rootOf(String python) {
    int name = python.lastIndexOf('/');
    String folder = name > 0 ? python.substring(0, name) : python;
    return folder.endsWith("/bin") && folder.length() > 4
        ? folder.substring(0, folder.length() - 4)
        : python;
  }

  String bin() {
    return path.substring(0, path.lastIndexOf('/'));
  }
}
