package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.shell.Script;

class BootstrapTest {
  private static final List<String> ODD =
      List.of("", "a b", "$(touch /tmp/no)", "'\"`\\", "two\nlines\n", "ü 漢", "-n", "*", "!!");

  /** What every kind of login shell takes inside single quotes as it is. */
  @Test
  void theWordsForTheLoginShellMeanTheSameInEach() {
    assertThat(Bootstrap.COMMAND).startsWith("exec sh -c '").endsWith("'");
    assertThat(Bootstrap.COMMAND.substring(12, Bootstrap.COMMAND.length() - 1))
        .doesNotContain("'", "!", "\\", "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash", "dash", "csh", "fish"})
  void everyLoginShellHandsScriptArgumentsAndInputOver(String login) throws Exception {
    boolean there = new ProcessBuilder("sh", "-c", "command -v " + login).start().waitFor() == 0;
    if (System.getenv("CI") != null) {
      assertThat(there).as(login + " is there").isTrue();
    }
    Assumptions.assumeTrue(there, "no " + login);
    Script script =
        new Script(
            "odd.sh",
            "printf '%s|' \"$0\" \"$#\" \"$@\"; cat; exit 7\n",
            ODD,
            "input\n\n".getBytes(StandardCharsets.UTF_8));

    Process process = new ProcessBuilder(login, "-c", Bootstrap.COMMAND).start();
    try (var input = process.getOutputStream()) {
      input.write(Bootstrap.input(script));
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output)
        .isEqualTo(Bootstrap.BEGIN + "\nodd.sh|9|" + String.join("|", ODD) + "|" + "input\n\n");
    assertThat(process.waitFor()).isEqualTo(7);
  }
}
