package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs shellcheck on scripts that tests made. */
public final class Shellcheck {
  private Shellcheck() {}

  /** Fails where the tool is missing on a build server; elsewhere it is a matter of luck. */
  public static void assertClean(Path script) throws IOException, InterruptedException {
    boolean there =
        List.of(System.getenv("PATH").split(":", -1)).stream()
            .anyMatch(p -> Files.isExecutable(Path.of(p, "shellcheck")));
    if (System.getenv("CI") == null) {
      assumeTrue(there, "shellcheck is not installed");
    }
    Path out = Files.createTempFile(script.getParent(), "shellcheck", ".out");
    int status =
        new ProcessBuilder("shellcheck", "-s", "sh", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(out)).isZero();
  }
}
