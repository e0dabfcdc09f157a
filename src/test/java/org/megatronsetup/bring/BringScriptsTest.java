package org.megatronsetup.bring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.export.Shellcheck;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** The scripts of the target, in the shells that there are, with the tools that there may be. */
class BringScriptsTest {
  private static final String SUM_OF_ONE =
      "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"settle.sh", "append.sh"})
  void shellcheckHasNothingToSay(String name) throws Exception {
    Shellcheck.assertClean(Files.write(dir.resolve(name), Scripts.bytes("bring/" + name)));
  }

  private static WheelFolder.Wheel one(String name) {
    return new WheelFolder.Wheel(name, 3, SUM_OF_ONE);
  }

  /** A folder with nothing but some tools in it, so that others are missing. */
  private String path(String... tools) throws Exception {
    Path bin = Files.createDirectory(dir.resolve("bin"));
    for (String tool : tools) {
      Path real =
          List.of("/usr/bin", "/bin").stream()
              .map(folder -> Path.of(folder, tool))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), real.toRealPath());
    }
    return bin.toString();
  }

  @ParameterizedTest
  @CsvSource({"dash,sha256sum", "bash,sha256sum", "dash,python3", "bash,python3"})
  void looksAtEachFileAndKeepsThoseThatAreWhole(String sh, String tool) throws Exception {
    Path folder = Files.createDirectories(dir.resolve("a b'\"$(touch made)/x"));
    Files.writeString(folder.resolve("there.whl"), "one");
    Files.writeString(folder.resolve("there.whl.part"), "on");
    Files.writeString(folder.resolve("spoiled.whl"), "two");
    Files.writeString(folder.resolve("whole.whl.part"), "one");
    Files.writeString(folder.resolve("half.whl.part"), "o");
    Files.writeString(folder.resolve("wrong.whl.part"), "two");
    Files.writeString(folder.resolve("long.whl.part"), "one more");
    Path elsewhere = Files.writeString(dir.resolve("elsewhere"), "one");
    Files.createSymbolicLink(folder.resolve("link.whl.part"), elsewhere);
    Files.createSymbolicLink(folder.resolve("lead.whl"), elsewhere);
    String tools = path("mkdir", "chmod", "df", "awk", "wc", "rm", "mv", tool);

    Settled settled;
    try (Shell shell = new LocalShell("/bin/" + sh, Map.of("PATH", tools))) {
      settled =
          Settled.of(
              shell,
              new WheelFolder("/from", folder.toString(), List.of()),
              List.of(
                  one("there.whl"),
                  one("spoiled.whl"),
                  one("whole.whl"),
                  one("half.whl"),
                  one("wrong.whl"),
                  one("long.whl"),
                  one("link.whl"),
                  one("lead.whl"),
                  one("none.whl")));
    }

    assertThat(settled.good()).containsExactlyInAnyOrder("there.whl", "whole.whl");
    assertThat(settled.bad()).containsExactlyInAnyOrder("wrong.whl", "long.whl");
    assertThat(settled.parts())
        .containsOnly(
            Map.entry("spoiled.whl", 0L),
            Map.entry("half.whl", 1L),
            Map.entry("link.whl", 0L),
            Map.entry("lead.whl", 0L),
            Map.entry("none.whl", 0L));
    assertThat(settled.free()).isPresent();
    assertThat(settled.free().getAsLong()).isPositive();
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("there.whl", "whole.whl", "half.whl.part");
    }
    assertThat(elsewhere).hasContent("one");
    assertThat(dir.resolve("made")).doesNotExist();
  }

  @Test
  void withoutAToolForSumsItSaysSo() throws Exception {
    String tools = path("mkdir", "chmod");
    try (Shell shell = new LocalShell("/bin/sh", Map.of("PATH", tools))) {
      assertThat(
              shell
                  .run(
                      Scripts.load("bring/settle.sh", List.of(dir.resolve("x").toString())),
                      Duration.ofSeconds(30))
                  .exitStatus())
          .isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void bytesGoToTheirPlaceAndLeaveTheOthersAlone(String sh) throws Exception {
    Path file = dir.resolve("a 'file'");
    Files.write(file, new byte[70_000]);
    try (Shell shell = new LocalShell(sh, Map.of())) {
      Shell.Finished finished =
          shell.run(
              Scripts.load(
                  "bring/append.sh",
                  List.of(file.toString(), "2"),
                  "here".getBytes(StandardCharsets.UTF_8)),
              Duration.ofSeconds(30));
      assertThat(finished.exitStatus()).isZero();
      assertThat(finished.output()).isEmpty();
    }
    byte[] expected = new byte[70_000];
    System.arraycopy("here".getBytes(StandardCharsets.UTF_8), 0, expected, 65_536, 4);
    assertThat(Files.readAllBytes(file)).isEqualTo(expected);
  }
}
