package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.export.DockerfileExport;
import org.megatronsetup.export.DockerfileText;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.ShellText;

/** Plans carried out with a real sh, Python, pip and git, from a folder of wheels. */
@Execution(ExecutionMode.CONCURRENT)
final class PlanRunTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());

  @TempDir Path folder;
  private Path home;
  private Path wheels;
  private Path venv;
  private String python;
  private Facts machine;

  @BeforeEach
  void machine() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    Path run = Files.createDirectories(folder.resolve("run dir/tools"));
    Files.write(run.resolve("installed.py"), Scripts.bytes("tools/installed.py"));
    wheels = Files.createDirectories(folder.resolve("our wheels é"));
    FixtureWheels.write(FixtureWheels.all(), wheels);
    venv = folder.resolve("my environments/ü core");
    python = ask("import sys; print(sys.executable)");
    Facts.Python maker =
        Machines.system(
            python,
            ask("import platform; print(platform.python_version())"),
            ask("import pip; print(pip.__version__)"));
    machine = Machines.withPythons(Machines.withoutGpu(), maker);
  }

  private String ask(String code) {
    return Child.succeed(folder, home, "python3", "-c", code).strip();
  }

  @Test
  void aReleaseWithExtrasIntoAPathWithSpacesAndTwiceChangesNothing() {
    Plan plan =
        PLANNER.plan(
            inVenv().stable("0.19.0").extras("dev", "te").requirements("mamba-ssm~=2.2").answers(),
            machine,
            release019());
    assertThat(plan.steps().stream().map(Step::id))
        .containsExactly("venv", "megatron-core", "triton", "build-tools", "extras");
    carryOut(plan);
    assertThat(installed("megatron-core")).startsWith("0.19.0 ");
    assertThat(installed("fixture-kernels")).startsWith("2.2");
    assertThat(installed("mamba-ssm")).startsWith("2.2");
    assertThat(installed("setuptools")).startsWith("80.");
    assertAllDone(plan);

    // a step whose requirement is gone is not done
    Child.succeed(folder, home, plan.python(), "-m", "pip", "uninstall", "-y", "fixture-scan");
    assertThat(isDone(step(plan, "extras"))).isFalse();
    assertThat(isDone(step(plan, "megatron-core"))).isTrue();

    // another release in the same environment, whose extra keeps setuptools back
    Plan older =
        PLANNER.plan(
            inVenv().stable("0.15.3").extras("lts").answers(),
            existing("0.19.0"),
            Wishes.metadata("0.15.3", ">=3.8", Map.of("lts", List.of("setuptools<80.0.0")), ""));
    carryOut(older);
    assertThat(installed("megatron-core")).startsWith("0.15.3 ");
    assertThat(installed("setuptools")).startsWith("79.0.1 ");
    assertAllDone(older);
  }

  @Test
  void commitsWithExtrasFromAMirrorThenAnotherOfTheSameVersionThenItsRelease() {
    String hash = FixtureRepository.hash("main");
    Plan plan = PLANNER.plan(fromMirror(FixtureRepository.url()).answers(), machine, commit(hash));
    carryOut(plan);
    assertThat(installed("megatron-core")).contains(hash);
    assertThat(installed("fixture-kernels")).startsWith("2.2");
    assertAllDone(plan);

    // pip takes another commit of the same version for the same thing
    Path mirror = folder.resolve("a mirror");
    Child.succeed(folder, home, "git", "clone", "-q", FixtureRepository.path() + "", mirror + "");
    Child.succeed(mirror, home, "git", "checkout", "-q", "core_v0.15.3");
    Child.succeed(
        mirror,
        home,
        "git",
        "-c",
        "user.name=me",
        "-c",
        "user.email=me@example.org",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "the same version");
    String first = FixtureRepository.hash("core_v0.15.3");
    String second = Child.succeed(mirror, home, "git", "rev-parse", "HEAD").strip();
    String url = "file://" + mirror.toString().replace(" ", "%20");
    Plan elsewhere = PLANNER.plan(fromMirror(url).answers(), existing("0.20.0"), commit(first));
    assertThat(isDone(step(elsewhere, "venv"))).isTrue();
    assertThat(isDone(step(elsewhere, "megatron-core"))).isFalse();
    carryOut(elsewhere);
    assertThat(installed("megatron-core")).startsWith("0.15.3 ").contains(first);

    Plan again = PLANNER.plan(plainFrom(url).answers(), existing("0.15.3"), commit(second));
    assertThat(isDone(step(again, "megatron-core"))).isFalse();
    carryOut(again);
    assertThat(installed("megatron-core")).startsWith("0.15.3 ").contains(second);
    assertAllDone(again);

    Plan released =
        PLANNER.plan(
            inVenv().stable("0.15.3").answers(),
            existing("0.15.3"),
            Wishes.metadata("0.15.3", ">=3.8", Map.of(), ""));
    assertThat(isDone(step(released, "megatron-core"))).isFalse();
    carryOut(released);
    assertThat(installed("megatron-core")).isEqualTo("0.15.3 {}");
    assertAllDone(released);
  }

  @Test
  void theExportedScriptDoesTheSameByHand() throws IOException {
    Plan plan =
        PLANNER.plan(inVenv().stable("0.19.0").extras("te").answers(), machine, release019());
    Path script = folder.resolve("by hand.sh");
    Files.writeString(script, ShellScriptExport.render(plan));
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    for (String shell : List.of("dash", "bash")) {
      Child.Ended ended = Child.run(elsewhere, home, Map.of(), List.of(shell, script.toString()));
      assertThat(ended.exitStatus()).as(ended.output()).isZero();
    }
    assertAllDone(plan);
  }

  @Test
  void theDockerfileDoesTheSame() {
    Plan plan =
        PLANNER.plan(inVenv().stable("0.19.0").extras("te").answers(), machine, release019());
    for (String shell : List.of("dash", "bash")) {
      for (DockerfileText.Instruction run :
          DockerfileText.runs(DockerfileExport.render(plan, "ubuntu:24.04"))) {
        Child.Ended ended = Child.run(folder, home, Map.of(), List.of(shell, "-c", run.script()));
        assertThat(ended.exitStatus()).as(ended.output()).isZero();
      }
    }
    assertAllDone(plan);
  }

  private Wishes inVenv() {
    return wishes().venv(venv.toString()).sources(Wishes.folder(wheels.toString()));
  }

  private Wishes plainFrom(String url) {
    return inVenv().commit().sources(mirror(url));
  }

  private Wishes fromMirror(String url) {
    return plainFrom(url).extras("dev");
  }

  private Sources mirror(String url) {
    return new Sources(
        Optional.empty(),
        List.of(),
        List.of(wheels.toString()),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(url));
  }

  private static ReleaseMetadata release019() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put("dev", List.of("fixture-numbers"));
    extras.put("te", List.of("fixture-kernels[pytorch]~=2.2"));
    return Wishes.metadata("0.19.0", ">=3.8", extras, "");
  }

  private static ReleaseMetadata commit(String hash) {
    Map<String, List<String>> extras = Map.of("dev", List.of("fixture-kernels[pytorch]~=2.2"));
    return Wishes.metadata("", ">=3.8", extras, hash);
  }

  /** The machine as a probe finds it after the first run. */
  private Facts existing(String core) {
    String path = venv + "/bin/python";
    Facts.Python maker = machine.pythons().getFirst();
    return Machines.withPath(
        Machines.withPythons(
            machine,
            maker,
            Machines.python(
                path,
                maker.version(),
                Facts.Python.Kind.VENV,
                Child.succeed(folder, home, path, "-c", "import pip; print(pip.__version__)")
                    .strip(),
                core,
                "")),
        venv.toString(),
        Facts.PathFact.Kind.VENV);
  }

  private static Step step(Plan plan, String id) {
    return plan.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  /** As the runner does it: what is done is left alone. */
  private void carryOut(Plan plan) {
    for (Step step : plan.steps()) {
      if (!isDone(step)) {
        Child.Ended ended = run(step.commands());
        assertThat(ended.exitStatus()).as("%s:%n%s", step.id(), ended.output()).isZero();
        assertThat(isDone(step)).as(step.id()).isTrue();
      }
    }
  }

  private void assertAllDone(Plan plan) {
    assertThat(plan.steps()).allSatisfy(s -> assertThat(isDone(s)).as(s.id()).isTrue());
  }

  private boolean isDone(Step step) {
    return run(step.doneWhen()).exitStatus() == 0;
  }

  private Child.Ended run(List<Command> commands) {
    Path dir = folder.resolve("run dir");
    try {
      Files.writeString(dir.resolve("commands.sh"), ShellText.render(commands));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Child.run(dir, home, Map.of(), List.of("sh", "-e", "commands.sh"));
  }

  /** Version and origin. */
  private String installed(String name) {
    return Child.succeed(
            folder,
            home,
            venv + "/bin/python",
            "-c",
            """
            import sys
            from importlib import metadata
            found = metadata.distribution(sys.argv[1])
            print(found.version, found.read_text("direct_url.json") or "{}")
            """,
            name)
        .strip();
  }
}
