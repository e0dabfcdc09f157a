package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.PathFact;
import org.megatronsetup.model.SetupException;

/** What the probe says of the system, its tools, its dangers and of paths. */
final class ProbeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void tellsOfTheSystem(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.file(
        "/etc/os-release",
        "PRETTY_NAME=\"Ubuntu 24.04.3 LTS\"",
        "NAME=\"Ubuntu\"",
        "VERSION_ID=\"24.04\"",
        "ID=ubuntu",
        "ID_LIKE=debian");
    machine.tool(
        "uname", "case $1 in -s) echo Linux;; -r) echo 6.8.0-45;; -m) echo aarch64;; esac");
    machine.tool("getconf", "echo glibc 2.39");
    machine.tool("nproc", "echo 16");
    machine.file("/proc/meminfo", "MemTotal: 131981020 kB", "MemAvailable: 131467760 kB");

    Facts facts = machine.probe();

    assertThat(facts.os())
        .isEqualTo(
            new Facts.Os(
                "ubuntu",
                "24.04",
                "Ubuntu 24.04.3 LTS",
                "6.8.0-45",
                "aarch64",
                "glibc 2.39",
                false));
    assertThat(facts.hardware())
        .isEqualTo(new Facts.Hardware(16, 131981020L << 10, 131467760L << 10));
    assertThat(facts.stateDir()).isEqualTo(machine.home + "/.local/state/megatron-setup");
    assertThat(facts.disks())
        .extracting(Facts.Disk::path)
        .containsExactly(
            machine.home.toString(), machine.root.resolve("tmp").toString(), facts.stateDir());
    assertThat(facts.disks()).allMatch(disk -> disk.free() > 0 && disk.freeInodes() > 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void knowsMuslAndContainersAndTheirShares(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.tool("getconf", "exit 1");
    machine.tool("ldd", "echo 'musl libc (x86_64)' >&2", "echo 'Version 1.2.4' >&2", "exit 1");
    machine.file("/.dockerenv");
    machine.tool("nproc", "echo 16");
    machine.file("/proc/meminfo", "MemTotal: 131981020 kB", "MemAvailable: 131467760 kB");
    machine.file("/sys/fs/cgroup/memory.max", "8589934592");
    machine.file("/sys/fs/cgroup/memory.current", "1073741824");
    machine.file("/sys/fs/cgroup/cpu.max", "250000 100000");
    machine.environment.put("XDG_STATE_HOME", "/elsewhere/state");

    Facts facts = machine.probe();

    assertThat(facts.os().libc()).isEqualTo("musl 1.2.4");
    assertThat(facts.os().container()).isTrue();
    assertThat(facts.hardware()).isEqualTo(new Facts.Hardware(3, 8L << 30, 7L << 30));
    assertThat(facts.stateDir()).isEqualTo("/elsewhere/state/megatron-setup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void findsToolsByTheirPathsAndNoShims(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    Path git = machine.tool("git", "exit 9");
    Path clang = machine.tool("clang", "exit 9");
    Path shims = machine.home.resolve(".pyenv/shims");
    FakeMachine.executable(shims.resolve("ninja"), "exit 9");
    FakeMachine.executable(shims.resolve("cmake"), "exit 9");
    Path cmake = machine.tool("cmake", "exit 9");
    Path uv = FakeMachine.executable(machine.home.resolve(".local/bin/uv"), "exit 9");
    machine.environment.computeIfPresent("PATH", (key, path) -> shims + "::.:" + path);

    Facts.Tools tools = machine.probe().tools();

    assertThat(tools.git()).contains(git.toString());
    assertThat(tools.cc()).contains(clang.toString());
    assertThat(tools.cmake()).contains(cmake.toString());
    assertThat(tools.uv()).contains(uv.toString());
    assertThat(tools.ninja()).isEmpty();
    assertThat(tools.docker()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void saysHowThisUserBecomesRoot(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.tool("id", "if [ \"$1\" = -un ]; then echo kim; else echo 1000; fi");

    assertThat(machine.probe().user())
        .isEqualTo(new Facts.User("kim", 1000, machine.home.toString(), Facts.Sudo.ABSENT));

    machine.tool("sudo", "[ \"$1\" = -n ] && exit 0");
    assertThat(machine.probe().user().sudo()).isEqualTo(Facts.Sudo.WITHOUT_PASSWORD);
    machine.tool("sudo", "echo 'sudo: a password is required' >&2; exit 1");
    assertThat(machine.probe().user().sudo()).isEqualTo(Facts.Sudo.WITH_PASSWORD);
    machine.tool("sudo", "echo 'sudo: interactive authentication is required' >&2; exit 1");
    assertThat(machine.probe().user().sudo()).isEqualTo(Facts.Sudo.WITH_PASSWORD);
    machine.tool("sudo", "echo 'sudo: The \"no new privileges\" flag is set' >&2; exit 1");
    assertThat(machine.probe().user().sudo()).isEqualTo(Facts.Sudo.ABSENT);

    machine.tool("id", "if [ \"$1\" = -un ]; then echo root; else echo 0; fi");
    assertThat(machine.probe().user().sudo()).isEqualTo(Facts.Sudo.ALREADY_ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void seesWhatMaySpoilALongRun(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.tool("id", "if [ \"$1\" = -un ]; then echo kim; else echo 1000; fi");
    machine.file("/etc/passwd", "root:x:0:0::/root:/bin/bash", "kim:x:1000:1000::/home:/bin/fish");
    Files.createDirectories(machine.root.resolve("run/systemd/system"));
    machine.file("/etc/systemd/logind.conf", "[Login]", "#KillUserProcesses=no");
    machine.file("/usr/lib/systemd/logind.conf.d/10-a.conf", "[Login]", "KillUserProcesses=no");
    machine.file("/etc/systemd/logind.conf.d/20-b.conf", "[Login]", "KillUserProcesses = Yes");
    String tmp = machine.root.resolve("tmp").toString();
    machine.file(
        "/proc/mounts",
        "/dev/vda / ext4 rw 0 0",
        "tmpfs " + tmp + " tmpfs rw,nosuid,noexec 0 0",
        "tmpfs " + tmp + "2 tmpfs rw 0 0");

    assertThat(machine.probe().hazards()).isEqualTo(new Facts.Hazards(true, true, "/bin/fish"));

    machine.file("/var/lib/systemd/linger/kim");
    machine.file("/proc/mounts", "/dev/vda / ext4 rw 0 0", "tmpfs " + tmp + " tmpfs rw 0 0");
    assertThat(machine.probe().hazards()).isEqualTo(new Facts.Hazards(false, false, "/bin/fish"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void looksAtPaths(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    Path places = Files.createDirectories(folder.resolve("places"));
    Path venv = Files.createDirectories(places.resolve("venv"));
    Files.writeString(venv.resolve("pyvenv.cfg"), "home = /usr/bin\n");
    FakeMachine.executable(venv.resolve("bin/python"), "exit 1");
    Path ruin = Files.createDirectories(places.resolve("ruin"));
    Files.writeString(ruin.resolve("pyvenv.cfg"), "home = /usr/bin\n");
    Path orphan = Files.createDirectories(places.resolve("orphan"));
    Files.writeString(orphan.resolve("pyvenv.cfg"), "home = /usr/bin\n");
    Files.createDirectory(orphan.resolve("bin"));
    Files.createSymbolicLink(orphan.resolve("bin/python"), places.resolve("gone"));
    Path empty = Files.createDirectories(places.resolve("empty"));
    Path hidden = Files.createDirectories(places.resolve("hidden"));
    Path file = Files.writeString(hidden.resolve(".file"), "x");
    Path dangling = Files.createSymbolicLink(places.resolve("dangling"), places.resolve("no"));
    Path absent = places.resolve("not/there/yet");
    Path below = file.resolve("below");

    Facts facts =
        machine.probe(
            Stream.of(venv, ruin, orphan, empty, hidden, file, dangling, absent, below)
                .map(Path::toString)
                .toArray(String[]::new));

    assertThat(facts.inspected())
        .extracting(PathFact::path, PathFact::kind, PathFact::writable)
        .containsExactly(
            tuple(venv.toString(), PathFact.Kind.VENV, true),
            tuple(ruin.toString(), PathFact.Kind.FOLDER, true),
            tuple(orphan.toString(), PathFact.Kind.VENV, true),
            tuple(empty.toString(), PathFact.Kind.EMPTY_FOLDER, true),
            tuple(hidden.toString(), PathFact.Kind.FOLDER, true),
            tuple(file.toString(), PathFact.Kind.FILE, true),
            tuple(dangling.toString(), PathFact.Kind.FILE, false),
            tuple(absent.toString(), PathFact.Kind.ABSENT, true),
            tuple(below.toString(), PathFact.Kind.ABSENT, false));
    assertThat(facts.path(absent.toString()).orElseThrow().free()).isPositive();
    assertThat(facts.disks()).extracting(Facts.Disk::path).contains(absent.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void keepsNastyTextWhole(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    Path release = machine.file("/etc/os-release");
    Files.write(
        release,
        "ID=odd\nPRETTY_NAME=\"a\\b \"q\" \t\u0001\u001f\u007f \u00e9\u20ac\ud83d\ude00 $(exit) `x` "
            .getBytes(StandardCharsets.UTF_8));
    Files.write(
        release,
        new byte[] {
          (byte) 0xff,
          'A',
          (byte) 0xc3,
          'B',
          (byte) 0xed,
          (byte) 0xa0,
          (byte) 0x80,
          'C',
          (byte) 0xc0,
          (byte) 0x80,
          (byte) 0xe2,
          (byte) 0x82,
          '"',
          '\n'
        },
        StandardOpenOption.APPEND);
    String newline =
        folder.resolve("new\nline\t\"'\\ $(touch pwned) `touch pwned` *\u001f").toString();
    Files.createDirectories(Path.of(newline));

    Facts facts = machine.probe(newline, folder + "/-n", folder + "/ends in newline\n");

    assertThat(facts.os().prettyName())
        .startsWith(
            "a\\b \"q\" \t\u0001\u001f\u007f \u00e9\u20ac\ud83d\ude00 $(exit) `x`"
                + " \ufffdA\ufffdB\ufffd")
        .containsPattern("\ufffd+C\ufffd+$");
    assertThat(facts.inspected())
        .extracting(PathFact::path)
        .containsExactly(newline, folder + "/-n", folder + "/ends in newline\n");
    assertThat(facts.path(newline).orElseThrow().kind()).isEqualTo(PathFact.Kind.EMPTY_FOLDER);
    assertThat(Path.of("pwned")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void doesWithAlmostNothing(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.environment.put("PATH", machine.bareTools("awk", "cat", "id", "od", "sed", "sleep"));
    machine.environment.remove("HOME");

    Facts facts = machine.probe(folder.toString());

    assertThat(facts.pythons()).isEmpty();
    assertThat(facts.gpus()).isEmpty();
    assertThat(facts.driverVersion()).isEmpty();
    assertThat(facts.cuda())
        .isEqualTo(new Facts.Cuda(Optional.empty(), Optional.empty(), Optional.empty(), false));
    assertThat(facts.user().home()).isEqualTo("/");
    assertThat(facts.inspected()).hasSize(1);
    assertThat(Preflight.verdicts(facts)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void changesNothing(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    Files.createSymbolicLink(machine.tools.resolve("python3"), FakeMachine.realTool("python3"));
    List<String> before = everythingIn(machine.root);

    assertThat(machine.probe(machine.home + "/new").pythons()).isNotEmpty();

    assertThat(everythingIn(machine.root)).isEqualTo(before);
  }

  private static List<String> everythingIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void aMachineWithoutItsToolsIsAProblemWithANextStep() throws IOException {
    FakeMachine machine = new FakeMachine(folder, "dash");
    machine.environment.put("PATH", machine.bareTools("cat"));

    assertThatThrownBy(machine::probe)
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().getFirst().code()).isEqualTo("probe-failed");
              assertThat(e.problems().getFirst().cause()).contains("exit status 127");
              assertThat(e.problems().getFirst().nextStep()).contains("awk");
            });
  }

  @Test
  void aGreetingBeforeTheAnswerDoesNoHarm() throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, "dash");
    machine.greeting = "Welcome to {\"os\":\n{\"os\":5}\n";

    assertThat(machine.probe().stateDir()).isNotEmpty();
  }
}
