package org.megatronsetup.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FakePython;

/** Interpreters that nothing can be installed with, or into. */
final class PythonKinds {
  private PythonKinds() {}

  /** The machine's own, by its path, whatever shims there are before it. */
  static Path real() throws IOException, InterruptedException {
    return Path.of(
        FakePython.ask(
                Path.of("python3"), "import os, sys; print(os.path.realpath(sys.executable))")
            .getFirst());
  }

  /** One that says that the system manages its packages (PEP 668). */
  static Path externallyManaged(Path home) throws IOException, InterruptedException {
    FakePython python = new FakePython(home.resolve("managed"));
    Files.writeString(
        python.library.resolve("EXTERNALLY-MANAGED"), "[externally-managed]\nError=Not here\n");
    return python.executable;
  }

  /** One without {@code ensurepip}, as distributions ship it without their venv package. */
  static Path withoutVenv(Path home) throws IOException, InterruptedException {
    return new FakePython(home.resolve("bare"), "ensurepip").executable;
  }

  /** The interpreter of an environment that has no pip. */
  static Path environmentWithoutPip(Path home) {
    Path venv = home.resolve("pipless");
    Child.succeed(home, home, "python3", "-m", "venv", "--without-pip", venv.toString());
    return venv.resolve("bin/python");
  }
}
