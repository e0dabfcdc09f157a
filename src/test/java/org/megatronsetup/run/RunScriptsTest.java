package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that run on the target, as text. */
final class RunScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/target/run");

  private static List<String> scripts() throws Exception {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".sh")).sorted().toList();
    }
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : output + "exit status " + process.exitValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aShellUnderstandsThem(String sh) throws Exception {
    assertThat(scripts()).isNotEmpty();
    for (String script : scripts()) {
      assertThat(run(List.of(sh, "-n", script))).as(script).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void shellcheckHasNothingToSay(String dialect) throws Exception {
    boolean present =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck")));
    if (System.getenv("CI") == null) {
      assumeTrue(present, "shellcheck is not installed");
    }
    List<String> command = new ArrayList<>(List.of("shellcheck", "-s", dialect));
    command.addAll(scripts());
    assertThat(run(command)).isEmpty();
  }
}
