package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Facts;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Scripts;

/** The probe's files themselves: checked, and run by the shells that targets have. */
final class ProbeScriptTest {
  @TempDir Path folder;

  private static Optional<Path> find(String tool) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void shellcheckFindsNothing() throws IOException, InterruptedException {
    Optional<Path> shellcheck = find("shellcheck");
    assumeTrue(shellcheck.isPresent() || System.getenv("CI") != null, "shellcheck is not here");
    Path script = folder.resolve("probe.sh");
    Files.write(script, Scripts.bytes("probe/probe.sh"));

    Process process =
        new ProcessBuilder(
                shellcheck.orElseThrow().toString(), "--norc", "-s", "sh", script.toString())
            .redirectErrorStream(true)
            .start();
    byte[] output = process.getInputStream().readAllBytes();

    assertThat(process.waitFor()).as(new String(output, StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void isPlainAsciiAndFitsIntoOneArgument() {
    // Linux takes no single argument of 128 KiB or more
    for (String file : List.of("probe/probe.sh", "probe/describe.py")) {
      assertThat(Scripts.bytes(file)).hasSizeLessThan(100_000);
      assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(Scripts.text(file)))
          .as(file)
          .isTrue();
    }
  }

  @Test
  void allShellsGiveTheSameAnswer() throws IOException, InterruptedException {
    Facts dash = answerOf("dash");
    assertThat(answerOf("bash")).isEqualTo(dash);
    assertThat(answerOf("bash", "--posix")).isEqualTo(dash);
    if (find("busybox").isPresent()) {
      assertThat(answerOf("busybox", "sh")).isEqualTo(dash);
    }
  }

  private Facts answerOf(String... shell) throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve("machine"));
    FakeMachine machine = new FakeMachine(place, shell);
    machine.file("/etc/os-release", "ID=ubuntu", "VERSION_ID='24.04'", "PRETTY_NAME=\"\u00dcb\"");
    machine.file("/proc/meminfo", "MemTotal: 131981020 kB", "MemAvailable: 131467760 kB");
    machine.file("/etc/pip.conf", "[global]", "index-url = https://a:b@index.example/simple");
    Files.createSymbolicLink(machine.tools.resolve("python3"), FakeMachine.realTool("python3"));
    machine.tool("git", "exit 9");
    Facts facts = machine.probe();
    assertThat(facts.pythons()).hasSize(1);
    Facts steady =
        new Facts(
            facts.os(),
            facts.user(),
            facts.pythons(),
            facts.gpus(),
            facts.driverVersion(),
            facts.driverCuda(),
            facts.cuda(),
            facts.hardware(),
            List.of(), // other programs write meanwhile
            facts.tools(),
            facts.pipConfig(),
            facts.hazards(),
            facts.inspected(),
            facts.stateDir());
    deleteAll(place);
    return steady;
  }

  private static void deleteAll(Path place) throws IOException {
    try (var files = Files.walk(place)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void looksAtThisComputerThroughItsShell() throws InterruptedException {
    try (LocalShell shell =
        new LocalShell("sh", Map.of("HOME", folder.toString(), "XDG_STATE_HOME", ""))) {
      Facts facts = new Probe().probe(shell, List.of(folder.resolve("new").toString()), List.of());

      assertThat(facts.user().home()).isEqualTo(folder.toString());
      assertThat(facts.pythons()).isNotEmpty();
      assertThat(facts.inspected()).hasSize(1);
      assertThat(facts.hardware().cores()).isPositive();
      assertThat(facts.hardware().memory()).isGreaterThan(facts.hardware().memoryAvailable());
      assertThat(facts.os().kernel()).isEqualTo(System.getProperty("os.version"));
    }
  }
}
