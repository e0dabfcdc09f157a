package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.FakePython;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Python;

/** Interpreters: where they are looked for and what they say of themselves. */
final class ProbePythonTest {
  @TempDir Path folder;
  private FakeMachine machine;

  @BeforeEach
  void makeMachine() throws IOException {
    folder = folder.toRealPath();
    machine = new FakeMachine(folder, "dash");
  }

  private Python only() throws InterruptedException {
    List<Python> pythons = machine.probe().pythons();
    assertThat(pythons).hasSize(1);
    return pythons.getFirst();
  }

  private static Path linkToRealPython(Path link) throws IOException {
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, FakeMachine.realTool("python3"));
  }

  /** A virtual environment without waiting for pip to be unpacked into it. */
  private static Path venv(Path place, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(FakeMachine.realTool("python3").toString(), "-m", "venv"));
    command.addAll(List.of(options));
    command.add(place.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return place.resolve("bin/python");
  }

  @Test
  void theRealPythonDescribesItself() throws IOException, InterruptedException {
    Path python = linkToRealPython(machine.tools.resolve("python3"));
    List<String> truth =
        FakePython.ask(
            python,
            """
            import os, sys, sysconfig, importlib.util
            print('%d.%d.%d' % sys.version_info[:3])
            stdlib = sysconfig.get_path('stdlib')
            print(str(os.path.exists(os.path.join(stdlib, 'EXTERNALLY-MANAGED'))).lower())
            pip = importlib.util.find_spec('pip') is not None
            from importlib import metadata
            print(metadata.version('pip') if pip else '')
            spec = importlib.util.find_spec
            print(str(bool(spec('ensurepip') and spec('venv'))).lower())
            print(str(os.path.exists(sysconfig.get_path('include') + '/Python.h')).lower())
            """);

    Python described = only();

    assertThat(described.path()).isEqualTo(python.toString());
    assertThat(described.version()).isEqualTo(truth.get(0));
    assertThat(described.externallyManaged()).isEqualTo(Boolean.valueOf(truth.get(1)));
    assertThat(described.pip().orElse("")).isEqualTo(truth.get(2));
    assertThat(described.venv()).isEqualTo(Boolean.valueOf(truth.get(3)));
    assertThat(described.headers()).isEqualTo(Boolean.valueOf(truth.get(4)));
  }

  @Test
  void seesTheMarkOfAnExternallyManagedPython() throws IOException, InterruptedException {
    FakePython python = new FakePython(machine.root.resolve("usr"));
    assertThat(only().externallyManaged()).isFalse();

    Files.writeString(python.library.resolve("EXTERNALLY-MANAGED"), "[externally-managed]\n");
    assertThat(only().externallyManaged()).isTrue();

    // as in containers whose maker lets pip install into the interpreter of the system
    machine.environment.put("PIP_BREAK_SYSTEM_PACKAGES", "1");
    assertThat(only().externallyManaged()).isFalse();
    machine.environment.put("PIP_BREAK_SYSTEM_PACKAGES", "0");
    assertThat(only().externallyManaged()).isTrue();
  }

  @Test
  void venvWithoutEnsurepipMakesNoEnvironment() throws IOException, InterruptedException {
    new FakePython(machine.root.resolve("usr"), "ensurepip");

    Python python = only();

    assertThat(python.venv()).isFalse();
    assertThat(python.pip()).isEmpty();
    assertThat(python.kind()).isEqualTo(Python.Kind.OTHER);
  }

  @Test
  void knowsCondaEnvironments() throws IOException, InterruptedException {
    Path conda = machine.home.resolve("miniconda3");
    FakePython base = new FakePython(conda);
    FakePython one = new FakePython(conda.resolve("envs/one"));
    Files.createDirectories(conda.resolve("conda-meta"));
    Files.createDirectories(conda.resolve("envs/one/conda-meta"));

    assertThat(machine.probe().pythons())
        .extracting(Python::path, Python::kind)
        .containsExactly(
            tuple(base.executable.toString(), Python.Kind.CONDA),
            tuple(one.executable.toString(), Python.Kind.CONDA));
  }

  @Test
  void readsVersionsFromMetadataAndImportsNothing() throws IOException, InterruptedException {
    FakePython python = new FakePython(machine.root.resolve("usr"));
    python.install("torch", "2.11.0+cu130");
    python.install("megatron_core", "0.19.1");
    python.install("pip", "24.0");
    Files.createDirectories(python.packages.resolve("torch-1.0.dist-info"));
    Files.createDirectories(python.packages.resolve("~orch-3.0.dist-info"));

    Python described = only();

    assertThat(described.torch()).contains("2.11.0+cu130");
    assertThat(described.megatronCore()).contains("0.19.1");
    assertThat(described.pip()).contains("24.0");
  }

  @Test
  void aPackageWithoutMetadataOrAnOldEggIsSeen() throws IOException, InterruptedException {
    FakePython python = new FakePython(machine.root.resolve("usr"));
    Files.createDirectories(python.packages.resolve("pip"));
    Files.writeString(python.packages.resolve("pip/__init__.py"), "__version__ = '9.0.3'\n");
    Path egg = Files.createDirectories(python.packages.resolve("megatron_core.egg-info"));
    Files.writeString(egg.resolve("PKG-INFO"), "Name: megatron-core\nVersion: 0.12.0\n");

    Python described = only();

    assertThat(described.pip()).contains("9.0.3");
    assertThat(described.megatronCore()).contains("0.12.0");
    assertThat(described.torch()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void keepsEnvironmentsApartFromTheirBase(String shell) throws IOException, InterruptedException {
    Path other = Files.createDirectories(folder.resolve("other"));
    machine = new FakeMachine(other, shell);
    Path base = linkToRealPython(machine.tools.resolve("python3"));
    linkToRealPython(machine.tools.resolve("python"));
    linkToRealPython(machine.root.resolve("usr/local/bin/python3.99"));
    Path active = venv(other.resolve("a place"), "--without-pip");
    Path chosen = venv(other.resolve("chosen"), "--without-pip");
    machine.environment.put("VIRTUAL_ENV", other.resolve("a place").toString());

    List<Python> pythons = machine.probe(other.resolve("chosen").toString()).pythons();

    assertThat(pythons)
        .extracting(Python::path)
        .containsExactly(
            chosen.toString(), active.resolveSibling("python3").toString(), base.toString());
    assertThat(pythons.get(0).kind()).isEqualTo(Python.Kind.VENV);
    assertThat(pythons.get(0).externallyManaged()).isFalse();
    assertThat(pythons.get(0).writable()).isTrue();
    assertThat(pythons.get(0).pip()).isEmpty();
    assertThat(pythons.get(1).kind()).isEqualTo(Python.Kind.VENV);
    assertThat(pythons.get(2).kind()).isNotEqualTo(Python.Kind.VENV);
  }

  @Test
  void thoseAskedForKeepTheirNames() throws IOException, InterruptedException {
    linkToRealPython(machine.tools.resolve("python3"));
    Path mine = linkToRealPython(folder.resolve("my 'own'/python"));
    Path second = linkToRealPython(folder.resolve("second"));

    Facts facts =
        new Probe()
            .probe(
                machine,
                List.of(),
                List.of(mine.toString(), second.toString(), folder + "/none", "/dev/null"));

    assertThat(facts.pythons())
        .extracting(Python::path)
        .containsExactly(mine.toString(), second.toString());
    assertThat(facts.python(mine.toString())).isPresent();
  }

  @Test
  void looksWhereVersionManagersPutThem() throws IOException, InterruptedException {
    Path pyenv = machine.home.resolve(".pyenv/versions/3.12.1");
    FakePython managed = new FakePython(pyenv);
    FakePython uv = new FakePython(machine.home.resolve(".local/share/uv/python/cpython-3.13"));

    assertThat(machine.probe().pythons())
        .extracting(Python::path)
        .containsExactly(managed.executable.toString(), uv.executable.toString());
  }

  @Test
  void shimsStandForTheInstallationsBehindThemAndAreNotStarted()
      throws IOException, InterruptedException {
    Path manager = machine.root.resolve("srv/pyenv");
    FakePython other = new FakePython(manager.resolve("versions/3.10.4"));
    FakePython chosen = new FakePython(manager.resolve("versions/3.12.1"));
    Files.writeString(manager.resolve("version"), "3.12.1");
    Path started = machine.home.resolve("started");
    FakeMachine.executable(
        manager.resolve("shims/python3"),
        "touch '" + started + "'",
        "exec '" + chosen.executable + "' \"$@\"");
    machine.environment.computeIfPresent(
        "PATH", (key, path) -> manager.resolve("shims") + ":" + path);

    assertThat(machine.probe().pythons())
        .extracting(Python::path)
        .containsExactly(chosen.executable.toString(), other.executable.toString());
    assertThat(started).doesNotExist();
  }

  @Test
  void brokenOnesAreLeftOut() throws IOException, InterruptedException {
    machine.environment.put("MEGATRON_SETUP_PROBE_SECONDS", "5");
    machine.tool("python3.10", "exec sleep 30");
    machine.tool("python3.11", "echo Segmentation fault >&2", "exit 139");
    machine.tool("python3.9", "echo '{\"version\":\"3.9\"}'");
    Path good = linkToRealPython(machine.tools.resolve("python3.12"));

    assertThat(only().path()).isEqualTo(good.toString());
  }

  @Test
  void startUpNoiseDoesNoHarm() throws IOException, InterruptedException {
    FakePython python = new FakePython(machine.root.resolve("usr"));
    Files.writeString(
        python.library.resolve("sitecustomize.py"),
        "import atexit\nprint('hello {')\natexit.register(print, 'bye }')\n");
    machine.environment.put("PYTHONPATH", "/nowhere");
    machine.environment.put("PYTHONSTARTUP", "/nowhere");

    assertThat(only().pip()).isEqualTo(Optional.empty());
  }

  @Test
  void nothingIsImportedFromTheWorkingDirectory() throws IOException, InterruptedException {
    Path python = linkToRealPython(machine.tools.resolve("python3"));
    Path trap = Files.createDirectories(folder.resolve("trap"));
    Files.writeString(trap.resolve("json.py"), "raise SystemExit('imported from here')\n");
    machine.directory = trap;

    assertThat(only().path()).isEqualTo(python.toString());
  }

  @Test
  void everyRealPythonOfThisMachineIsDescribed() throws InterruptedException {
    machine.environment.remove("MEGATRON_SETUP_PROBE_ROOT");
    machine.environment.put("PATH", System.getenv("PATH"));
    machine.environment.put("PYENV_ROOT", System.getProperty("user.home") + "/.pyenv");

    Facts facts = machine.probe();

    assertThat(facts.pythons()).isNotEmpty();
    assertThat(facts.pythons()).extracting(Python::path).doesNotHaveDuplicates();
    assertThat(facts.pythons())
        .allSatisfy(python -> assertThat(python.version()).matches("\\d+\\.\\d+\\.\\d+.*"));
    assertThat(Preflight.verdicts(facts)).isNotEmpty();
  }
}
