package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Json;

/** What the launcher says without a window. */
final class TerminalIT {
  @TempDir Path home;

  @Test
  void withoutADisplayItNamesTheCommandLine() {
    Launcher.Ended ended = new Launcher(home).run();
    assertThat(ended.exitStatus()).isEqualTo(2);
    assertThat(ended.text()).isEmpty();
    assertThat(ended.errors())
        .contains("no display", "megatron-setup install --help")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"probe", "plan", "install", "validate", "versions", "runs", "attach", "cancel"})
  void everyCommandHasHelp(String command) {
    Launcher.Ended ended = new Launcher(home).run(command, "--help");
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(ended.text()).contains("Usage: megatron-setup " + command, "--json");
    assertThat(ended.errors()).isEmpty();
  }

  @Test
  void versionSaysNothingElse() {
    Launcher.Ended ended = new Launcher(home).run("--version");
    assertThat(ended.exitStatus()).isZero();
    assertThat(ended.text()).matches("Megatron Core Setup \\d+\\.\\d+\\.\\d+\\s*");
    assertThat(ended.errors()).isEmpty();
  }

  @Test
  void probeIsOneJsonDocument() throws Exception {
    Launcher.Ended ended = new Launcher(home).run("probe", "--json");
    assertThat(ended.exitStatus()).as(ended.toString()).isZero();
    assertThat(Json.mapper().readTree(ended.text()).at("/facts/os/id").asText()).isNotEmpty();
    assertThat(ended.errors()).isEmpty();
  }
}
