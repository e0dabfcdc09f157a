package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureFile;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.fixtures.WheelBuilder;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.ShellText;

/** The PyTorch of an image stays what it is. */
final class KeptTorchTest {
  private static final String NGC = "2.11.0a0+abc.nv26.06";
  private static final Planner PLANNER = new Planner(PlanTexts.load());

  @TempDir Path folder;

  @Test
  void theGuidesSelectiveExampleInAnNgcContainer() {
    Plan plan =
        PLANNER.plan(
            wishes()
                .stable("0.15.3")
                .existing("/usr/bin/python3")
                .requirements("mamba-ssm~=2.2", "causal-conv1d~=1.5", "nv-grouped-gemm~=1.1")
                .answers(),
            Machines.ngc(),
            Wishes.core015());
    assertThat(plan.steps().stream().map(Step::id))
        .containsExactly("megatron-core", "build-tools", "extras");
    assertThat(plan.steps()).noneMatch(Step::needsRoot);
    assertThat(Golden.commands(plan).getLast())
        .endsWith(
            "--no-build-isolation megatron-core==0.15.3 'mamba-ssm~=2.2' 'causal-conv1d~=1.5'"
                + " 'nv-grouped-gemm~=1.1' torch=="
                + NGC);
    assertThat(Golden.commands(plan).stream().filter("export PIP_CONSTRAINT=''"::equals))
        .hasSize(3);
    assertThat(plan.notes())
        .anyMatch(n -> n.startsWith("PyTorch " + NGC + " stays exactly as it is"))
        .anyMatch(n -> n.startsWith("PIP_CONSTRAINT is set there (/etc/pip/constraint.txt)"));
  }

  @Test
  void uvIsAllowedWhatPipIsAllowedThere() {
    Plan plan =
        PLANNER.plan(
            wishes().existing("/usr/bin/python3").extras("dev").installer(Installer.UV).answers(),
            Machines.withUv(Machines.ngc()),
            Wishes.core019());
    for (Step step : plan.steps()) {
      assertThat(ShellText.render(step.commands()))
          .contains("export PIP_CONSTRAINT=''\n", "export UV_BREAK_SYSTEM_PACKAGES='1'\n");
    }
    assertThat(Golden.commands(plan).getLast()).contains("'megatron-core[dev]==0.19.0' torch==");
  }

  @Test
  void tritonComesWithAPyTorchForGpusEvenWhereThereIsNone() {
    Facts ngc = Machines.ngc();
    Facts without =
        Machines.withPipConfig(
            Machines.withPythons(Machines.withoutGpu(), ngc.pythons().getFirst()), ngc.pipConfig());
    Plan plan =
        PLANNER.plan(wishes().existing("/usr/bin/python3").answers(), without, Wishes.core019());
    assertThat(plan.steps().stream().map(Step::id)).containsExactly("megatron-core");
  }

  @Test
  void oneThatTheReleaseDoesNotAdmitIsNotKept() {
    Facts.Python old =
        Machines.python(
            "/opt/c/bin/python", "3.12.3", Facts.Python.Kind.CONDA, "25.0", "", "2.4.1+cu124");
    Plan plan =
        PLANNER.plan(
            wishes().existing("/opt/c/bin/python").answers(),
            Machines.withPythons(Machines.guide(), old),
            Wishes.core019());
    assertThat(Golden.commands(plan)).noneMatch(line -> line.contains("torch=="));
    assertThat(plan.notes()).anyMatch(n -> n.contains("ask for another one: it is replaced"));
  }

  @Test
  void anEnvironmentOfThisProgramsOwnKeepsNothingBack() {
    Facts.Python mine =
        Machines.python(
            Wishes.VENV + "/bin/python", "3.12.3", Facts.Python.Kind.VENV, "25.0", "", "2.8.0");
    Facts there =
        Machines.withPath(
            Machines.withPythons(Machines.guide(), Machines.PYTHON_312, mine),
            Wishes.VENV,
            Facts.PathFact.Kind.VENV);
    Plan plan = PLANNER.plan(wishes().answers(), there, Wishes.core019());
    assertThat(Golden.commands(plan))
        .noneMatch(line -> line.contains("torch==") || line.contains("PIP_CONSTRAINT"));
  }

  @ParameterizedTest
  @CsvSource({
    "nvcr.io/nvidia/pytorch:26.06-py3, false",
    "nvcr.io/nvidia/pytorch:26.04-py3, true",
    "nvcr.io/nvidia/pytorch@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef,"
        + " true",
    "ubuntu:24.04, false",
    "registry.example.org/mine:1, false",
  })
  void anotherImageThanTheReleaseWasTestedWithIsSaid(String image, boolean said) {
    Plan plan =
        PLANNER.plan(
            wishes().container(image).existing("/usr/bin/python3").answers(),
            Machines.ngc(),
            Wishes.core019());
    String note =
        "The image is %s; Megatron Core 0.19 was tested with nvcr.io/nvidia/pytorch:26.06-py3."
            .formatted(image);
    assertThat(plan.notes().contains(note)).isEqualTo(said);
  }

  @Test
  void pipLeavesAPreReleaseWithALocalVersionAlone() throws Exception {
    leftAlone(Installer.PIP, Optional.empty());
  }

  @Test
  void uvLeavesAPreReleaseWithALocalVersionAlone() throws Exception {
    Optional<Path> uv =
        List.of(System.getenv("PATH").split(":")).stream()
            .map(f -> Path.of(f, "uv"))
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(uv.isPresent(), "there is a uv here");
    leftAlone(Installer.UV, uv.map(Path::toString));
  }

  /** For real: a constraint stands in the way, and a newer PyTorch lies ready. */
  private void leftAlone(Installer installer, Optional<String> uv) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path wheels = Files.createDirectories(folder.resolve("wheels"));
    Path image = Files.createDirectories(folder.resolve("image"));
    FixtureWheels.write(FixtureWheels.all(), wheels);
    FixtureFile torch = new WheelBuilder("torch", NGC).build();
    Files.write(image.resolve(torch.fileName()), torch.content());
    write(wheels, new WheelBuilder("torch", "2.12.0").build());
    write(
        wheels,
        new WheelBuilder("megatron-core", "0.20.0")
            .requires("torch>=2.6.0", "packaging>=20")
            .extra("dev", "fixture-numbers", "torch")
            .build());
    Path venv = folder.resolve("env");
    Child.succeed(folder, home, "python3", "-m", "venv", venv.toString());
    String python = venv.resolve("bin/python").toString();
    Child.succeed(
        folder,
        home,
        python,
        "-m",
        "pip",
        "install",
        "--no-index",
        "--no-deps",
        image.resolve(torch.fileName()).toString());
    Path constraint =
        Files.writeString(folder.resolve("constraint.txt"), "fixture-numbers==999\ntorch==1.0\n");
    String pip =
        Child.succeed(folder, home, python, "-c", "import pip; print(pip.__version__)").strip();
    String version =
        Child.succeed(folder, home, python, "-c", "import platform as p; print(p.python_version())")
            .strip();
    Facts machine =
        Machines.withPipConfig(
            Machines.withPythons(
                uv.isPresent()
                    ? Machines.withTools(Machines.guide(), Machines.tools(uv))
                    : Machines.guide(),
                Machines.python(python, version, Facts.Python.Kind.VENV, pip, "", NGC)),
            Machines.ngc().pipConfig());
    ReleaseMetadata release =
        Wishes.metadata("0.20.0", ">=3.8", Map.of("dev", List.of("fixture-numbers", "torch")), "");
    Plan plan =
        PLANNER.plan(
            wishes()
                .stable("0.20.0")
                .existing(python)
                .extras("dev")
                .installer(installer)
                .sources(Wishes.folder(wheels.toString()))
                .answers(),
            machine,
            release);
    Path run = Files.createDirectories(folder.resolve("run/tools")).getParent();
    Files.write(run.resolve("tools/installed.py"), Scripts.bytes("tools/installed.py"));
    for (Step step : plan.steps()) {
      Child.Ended ended = carryOut(run, home, constraint, ShellText.render(step.commands()));
      assertThat(ended.exitStatus()).as("%s:%n%s", step.id(), ended.output()).isZero();
      assertThat(ended.output()).doesNotContain("Uninstalling torch", "torch-2.12.0");
      assertThat(carryOut(run, home, constraint, ShellText.render(step.doneWhen())).exitStatus())
          .isZero();
    }
    assertThat(
            Child.succeed(
                folder,
                home,
                python,
                "-c",
                "from importlib.metadata import version as v;"
                    + "print(v('torch'), v('megatron-core'), v('fixture-numbers'))"))
        .startsWith(NGC + " 0.20.0 ");
  }

  private static void write(Path folder, FixtureFile file) throws IOException {
    Files.write(folder.resolve(file.fileName()), file.content());
  }

  private static Child.Ended carryOut(Path run, Path home, Path constraint, String text)
      throws IOException {
    Files.writeString(run.resolve("commands.sh"), text);
    return Child.run(
        run,
        home,
        Map.of("PIP_CONSTRAINT", constraint.toString()),
        List.of("sh", "-e", "commands.sh"));
  }
}
