package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.megatronsetup.export.Shellcheck;
import org.megatronsetup.fixtures.Child;

/** The fixed texts of steps, each on its own. */
final class PlanTextsTest {
  private static final Path FOLDER = Path.of("src/main/resources/target/plan");

  @TempDir Path folder;

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".sh")).sorted().toList().stream();
    }
  }

  @Test
  void everyFileIsLoadedAndNoneIsMissing() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(PlanTexts.load().byName().keySet())
          .containsExactlyInAnyOrderElementsOf(files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void passesShellcheckAndIsReadByEveryShell(Path script) throws Exception {
    Path copy = Files.copy(script, folder.resolve(script.getFileName().toString()));
    Shellcheck.assertClean(copy);
    for (String shell : List.of("dash", "bash")) {
      assertThat(Child.run(folder, folder, Map.of(), List.of(shell, "-n", copy.toString())))
          .isEqualTo(new Child.Ended(0, ""));
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void nothingIsDoneWherePackagesAreNotInstalled(Path script) throws Exception {
    if (!script.toString().endsWith("-done.sh")) {
      return;
    }
    Path bin = Files.createDirectories(folder.resolve("bin"));
    // removed, with its configuration kept: dpkg -s would still succeed
    Path query = Files.writeString(bin.resolve("dpkg-query"), "#!/bin/sh\nprintf config-files\n");
    assertThat(query.toFile().setExecutable(true)).isTrue();
    for (String shell : List.of("dash", "bash")) {
      assertThat(
              Child.run(
                      folder,
                      folder,
                      Map.of("PATH", bin + ":/usr/bin:/bin"),
                      List.of(shell, "-e", script.toAbsolutePath().toString()))
                  .exitStatus())
          .isNotZero();
    }
  }

  @Test
  void theCompilerOnThePathSaysWhereItsToolkitIs() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("some cuda/bin"));
    Path nvcc = Files.writeString(bin.resolve("nvcc"), "#!/bin/sh\n");
    assertThat(nvcc.toFile().setExecutable(true)).isTrue();
    Path script = folder.resolve("home.sh");
    Files.writeString(
        script, PlanTexts.load().text("cuda-home.sh") + "\nprintf '%s' \"$CUDA_HOME|$PATH\"\n");
    for (String shell : List.of("dash", "bash")) {
      assertThat(
              Child.run(
                      folder,
                      folder,
                      Map.of("PATH", bin + ":/usr/bin:/bin", "CUDA_HOME", ""),
                      List.of(shell, "-e", script.toString()))
                  .output())
          .isEqualTo(bin.getParent() + "|" + bin + ":" + bin + ":/usr/bin:/bin");
    }
  }
}
