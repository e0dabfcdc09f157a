package org.megatronsetup.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Python installation of our making: the real interpreter and the real standard library under a
 * prefix of its own, less what an operating system may leave out.
 */
final class FakePython {
  private static final Set<String> OWN =
      Set.of("EXTERNALLY-MANAGED", "site-packages", "dist-packages", "sitecustomize.py");

  final Path executable;
  final Path library;
  final Path packages;

  FakePython(Path prefix, String... without) throws IOException, InterruptedException {
    List<String> real =
        ask(
            FakeMachine.realTool("python3"),
            "import os, sys, sysconfig; print(os.path.realpath(sys.executable));"
                + "print(os.path.dirname(os.__file__));"
                + "print('python%d.%d' % sys.version_info[:2]);"
                + "print(sysconfig.get_config_var('LIBDIR'))");
    executable = Files.createDirectories(prefix.resolve("bin")).resolve("python3");
    library = Files.createDirectories(prefix.resolve("lib").resolve(real.get(2)));
    Files.copy(Path.of(real.get(0)), executable);
    try (Stream<Path> entries = Files.list(Path.of(real.get(1)))) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!OWN.contains(name) && !List.of(without).contains(name)) {
          Files.createSymbolicLink(library.resolve(name), entry);
        }
      }
    }
    packages =
        Path.of(
            ask(executable, "import sysconfig; print(sysconfig.get_path('purelib'))").getFirst());
    if (!packages.startsWith(prefix.toRealPath())) {
      throw new IllegalStateException("this Python cannot be put elsewhere: " + packages);
    }
    Files.createDirectories(packages);
  }

  /** Puts a package there with metadata and nothing that could be imported. */
  void install(String name, String version) throws IOException {
    Path metadata = packages.resolve(name + "-" + version + ".dist-info");
    Files.createDirectories(metadata);
    Files.writeString(
        metadata.resolve("METADATA"),
        "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n\nVersion: 0\n");
    Path code = Files.createDirectories(packages.resolve(name));
    Files.writeString(code.resolve("__init__.py"), "raise SystemExit('must not be imported')\n");
  }

  static List<String> ask(Path python, String program) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(python.toString(), "-B", "-I", "-c", program);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    byte[] output = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(python + " ended with " + process.exitValue());
    }
    return new String(output, StandardCharsets.UTF_8).lines().toList();
  }
}
