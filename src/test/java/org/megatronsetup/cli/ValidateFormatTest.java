package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Json;
import org.megatronsetup.wizard.FakeSetup;
import org.megatronsetup.wizard.Samples;

/** What {@code validate} writes, and where. */
final class ValidateFormatTest {
  private final FakeSetup setup = new FakeSetup();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... words) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]), print(out), print(err), Optional.empty());
    out.reset();
    err.reset();
    return new CommandLineFront(new Context(terminal, (target, dialog) -> setup)).run(words);
  }

  private int validate(String... words) {
    List<String> all = new ArrayList<>(List.of("validate"));
    all.addAll(List.of(words));
    return run(all.toArray(String[]::new));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "markdown, '# Megatron Core: receipt', '| megatron-core | 0.19.1 |'",
    "html, '<!DOCTYPE html>', '</html>'",
    "HTML, '<!DOCTYPE html>', '</html>'",
    "json, '{', '}'"
  })
  void aDocumentIsAllOfTheOutput(String format, String first, String last) {
    setup.checks = Samples.redChecks();
    assertThat(validate("--python=/opt/x/bin/python", "--format", format)).isEqualTo(1);
    assertThat(printed()).startsWith(first + "\n").contains("libcudnn.so.9");
    assertThat(printed().strip()).endsWith(last).doesNotContain("One check failed: x");
    assertThat(said()).contains("✘ failed   transformer_engine.pytorch", "One check failed");
  }

  @Test
  void textIsAsItWas() {
    assertThat(validate("--python=/opt/x/bin/python", "--format=text")).isZero();
    String asked = printed();
    assertThat(asked)
        .contains(
            "✔ passed   Driver and GPU",
            "It works: every check that applies here passed. 8 passed");
    assertThat(validate("--python=/opt/x/bin/python")).isZero();
    assertThat(printed()).isEqualTo(asked);
  }

  @Test
  void linesOfJsonAreAsTheyWere() throws Exception {
    assertThat(validate("--python=/opt/x/bin/python", "--json")).isZero();
    List<String> lines = printed().lines().toList();
    assertThat(lines).hasSize(setup.checks.size() + 1);
    assertThat(Json.mapper().readTree(lines.getFirst()).path("check").path("id").asText())
        .isEqualTo("driver");
    assertThat(Json.mapper().readTree(lines.getLast()).path("event").asText())
        .isEqualTo("finished");
  }

  @Test
  void oneOfTheTwoIsEnough() {
    assertThat(validate("--json", "--format=html")).isEqualTo(2);
    assertThat(printed()).isEmpty();
    assertThat(said()).contains("--json prints a line for each check");
  }

  @Test
  void theDocumentOfARunKnowsTheRun() throws Exception {
    assertThat(run("install", "--release=stable", "--venv=/srv/x", "--yes")).isZero();
    assertThat(validate("--format=json", "--only=driver,training")).isZero();
    JsonNode document = Json.mapper().readTree(printed());
    assertThat(document.get("runId").asText()).isEqualTo("20261124-1012-1");
    assertThat(document.get("checks")).hasSize(2);
    assertThat(document.get("packages").get("megatron-core").asText()).isEqualTo("0.19.1");
    assertThat(setup.calls)
        .as("some of the checks are no receipt for the run")
        .containsOnlyOnce("receipt");
  }

  @Test
  void helpSaysWhatThereIs() {
    assertThat(validate("--help")).isZero();
    assertThat(printed().replaceAll("\\s+", " "))
        .contains("--format=FORMAT", "text; markdown; html, one page", "json, one document");
  }
}
