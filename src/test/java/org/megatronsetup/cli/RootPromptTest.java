package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;

class RootPromptTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private static Plan plan(Step... steps) {
    return new Plan(List.of(steps), "/env/bin/python", "/env", "", List.of());
  }

  private String ask(Plan plan) {
    LoginOptions options = new LoginOptions();
    options.rootPassword = true;
    PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8)),
            print,
            print,
            Optional.empty());
    return new String(options.rootPassword(terminal, plan));
  }

  @Test
  void thePromptNamesTheStepsThatNeedRoot() {
    Plan plan =
        plan(
            FixtureRequest.rootStep("system-packages", "true"),
            FixtureRequest.step("venv", "true", ""),
            FixtureRequest.rootStep("python", "true"));

    assertThat(LoginOptions.rootPrompt(plan))
        .isEqualTo("Password for sudo (“system-packages”, “python” need root): ");
    assertThat(LoginOptions.rootPrompt(plan(FixtureRequest.rootStep("python", "true"))))
        .isEqualTo("Password for sudo (“python” needs root): ");
    assertThat(ask(plan)).isEqualTo("secret");
  }

  @Test
  void aPlanWithoutRootAsksForNothing() {
    assertThat(ask(plan(FixtureRequest.step("venv", "true", "")))).isEmpty();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("No step needs root");
  }
}
