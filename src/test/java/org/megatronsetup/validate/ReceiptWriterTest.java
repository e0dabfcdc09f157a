package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.LocalShell;

/** What stays of an installation when the window is closed. */
final class ReceiptWriterTest {
  private static final String PYTHON = "/home/me/venv/bin/python";

  @TempDir private Path folder;

  private static Receipt receipt() {
    Step step =
        new Step(
            "core",
            "Install Megatron Core",
            "This brings the package.",
            List.of(
                new Command.Exec(List.of(PYTHON, "-m", "pip", "install", "megatron-core==0.19.1")),
                new Command.Exec(List.of("echo", "a ``` b"))),
            false,
            List.of(),
            new Step.Estimate(60, 1L << 30, "a guess"));
    return new Receipt(
        Receipt.SCHEMA_VERSION,
        "megatron-setup 0.1.0",
        "20261124-060000-abcd",
        Instant.parse("2026-11-24T06:30:00Z"),
        new Answers(
            Answers.SCHEMA_VERSION,
            new Target.Local(),
            new Release.Stable(Optional.of("0.19.1")),
            List.of("te"),
            List.of("mamba-ssm~=2.2"),
            new Environment.NewVenv("/home/me/venv", Optional.empty()),
            SystemSteps.NONE,
            Installer.PIP,
            Sources.defaults(),
            Optional.empty()),
        new ReleaseMetadata(
            Optional.of("0.19.1"),
            Optional.of("c".repeat(40)),
            Optional.of(">=3.12"),
            List.of("torch"),
            Map.of(),
            "https://pypi.org/simple"),
        new Plan(List.of(step), PYTHON, "/home/me/venv", "0.19.1", List.of()),
        new TreeMap<>(Map.of("megatron-core", "0.19.1", "torch", "2.11.0")),
        List.of(
            ValidationTest.check(Status.PASSED),
            new Check(
                "x",
                "G",
                "A | title",
                Status.FAILED,
                "It\nbroke.",
                Optional.empty(),
                1.5,
                "trace",
                "A cause.",
                "A remedy.")));
  }

  @Test
  void theJsonReadsBackAsTheSame() throws Exception {
    Receipt receipt = receipt();
    String json = ReceiptWriter.json(receipt);
    assertThat(json).endsWith("}\n");
    assertThat(Json.mapper().readValue(json, Receipt.class)).isEqualTo(receipt);
  }

  @Test
  void packagesAreReadFromTheEnvironment() throws Exception {
    FakeEnvironment environment =
        FakeEnvironment.create(folder.resolve("venv"), false)
            .distribution("Megatron_Core", "0.19.1")
            .distribution("torch", "2.13.0+cpu");
    assertThat(PackageList.read(new LocalShell(), environment.python()))
        .containsExactly(Map.entry("megatron-core", "0.19.1"), Map.entry("torch", "2.13.0+cpu"));
  }

  @Test
  void packagesOfNoInterpreterAreAProblem() {
    assertThatThrownBy(() -> PackageList.read(new LocalShell(), "/nowhere/python"))
        .isInstanceOf(SetupException.class)
        .hasMessage("The packages of /nowhere/python cannot be listed.");
  }
}
