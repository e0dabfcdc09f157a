package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.megatronsetup.launcher.Refusal.NOT_FIT;
import static org.megatronsetup.launcher.Refusal.WRONG_ANSWERS;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.FixtureWheels;

/** Places that cannot be installed into, and Pythons that cannot install. */
@Execution(ExecutionMode.CONCURRENT)
final class BadPlaceIT {
  @TempDir Path home;

  static Stream<Refusal.Case> paths() {
    return Stream.of(
        venv("a single quote", "it's", "The path holds a quotation mark"),
        venv("a double quote", "a\"b", "The path holds a quotation mark"),
        venv("commands", "$(touch PWNED)", "The path holds “$”"),
        venv("commands in backquotes", "`touch PWNED`", "The path holds “`”"),
        venv("a second command", "env;touch PWNED", "The path holds “;”"),
        venv("a line break", "a\nb", "The path holds a line break"),
        venv("a colon", "a:b", "The path holds “:”"),
        venv("a terminal's control sequence", "a\u001b[31mb", "a control character"),
        Refusal.of(
            "commands in another path",
            WRONG_ANSWERS,
            home -> wheels("--venv=" + home.resolve("env"), "--cache-dir=$(touch PWNED)"),
            "sources.cacheDir: The path holds “$”"));
  }

  static Stream<Refusal.Case> places() {
    return Stream.of(
        Refusal.of(
            "a folder with files",
            NOT_FIT,
            home -> {
              Files.writeString(Files.createDirectory(home.resolve("mine")).resolve("a"), "a");
              return wheels("--venv=" + home.resolve("mine"));
            },
            "is not empty and not a virtual environment",
            "mine/venv"),
        Refusal.of(
            "a file",
            NOT_FIT,
            home -> wheels("--venv=" + Files.createFile(home.resolve("mine"))),
            "There is a file at"),
        Refusal.of(
            "below a file",
            NOT_FIT,
            home -> wheels("--venv=" + Files.createFile(home.resolve("mine")).resolve("a/env")),
            "may not write at",
            "mine/a/env"),
        Refusal.of(
            "a file system that takes no files",
            NOT_FIT,
            _ -> wheels("--venv=/proc/megatron/env"),
            "There is too little space at /proc/megatron/env"),
        Refusal.of(
            "an environment whose Python is gone",
            NOT_FIT,
            home -> {
              Path venv = home.resolve("old");
              Child.succeed(home, home, "python3", "-m", "venv", "--without-pip", venv.toString());
              for (String name : List.of("python", "python3")) {
                Files.delete(venv.resolve("bin").resolve(name));
                Files.createSymbolicLink(venv.resolve("bin").resolve(name), Path.of("/absent"));
              }
              return wheels("--venv=" + venv);
            },
            "does not work",
            "Remove the environment"),
        Refusal.of(
            "no folder of wheels",
            WRONG_ANSWERS,
            home -> List.of("--no-index", "--find-links=/absent", "--venv=" + home.resolve("env")),
            "There is no folder /absent"));
  }

  static Stream<Refusal.Case> pythons() {
    return Stream.of(
        Refusal.of(
            "externally managed",
            NOT_FIT,
            home -> wheels("--python=" + PythonKinds.externallyManaged(home)),
            "belongs to the system",
            "PEP 668",
            "Install into a new virtual environment"),
        Refusal.of(
            "no venv",
            NOT_FIT,
            home ->
                wheels(
                    "--venv=" + home.resolve("env"), "--python=" + PythonKinds.withoutVenv(home)),
            "cannot make virtual environments",
            "venv or ensurepip is missing"),
        Refusal.of(
            "no pip in an interpreter",
            NOT_FIT,
            home -> wheels("--python=" + PythonKinds.environmentWithoutPip(home)),
            "has no pip",
            "-m ensurepip"),
        Refusal.of(
            "no pip in an environment",
            NOT_FIT,
            home ->
                wheels("--venv=" + PythonKinds.environmentWithoutPip(home).getParent().getParent()),
            "has no pip"),
        Refusal.of(
            "no Python there",
            NOT_FIT,
            home -> wheels("--venv=" + home.resolve("env"), "--python=/absent/python3"),
            "There is no Python at /absent/python3",
            "Choose one that fits: /"));
  }

  @ParameterizedTest
  @MethodSource({"paths", "places", "pythons"})
  void isRefusedInPlainWords(Refusal.Case bad) throws Exception {
    Launcher.Ended ended = Refusal.expect(bad, home);
    assertThat(ended.errors()).doesNotContain("\u001b");
    assertThat(Path.of("PWNED")).doesNotExist();
  }

  /** Disks of the launcher's own: they are gone when it ends, and no other process sees them. */
  @ParameterizedTest
  @CsvSource({"size=1m, too little space, at least 500 MB", "ro, may not write at, read-only"})
  void aDiskIsRefusedInPlainWords(String options, String sentence, String cause) throws Exception {
    Refusal.Case bad =
        Refusal.of(
            options,
            NOT_FIT,
            home -> wheels("--venv=" + home.resolve("disk/env")),
            sentence,
            "disk/env",
            cause);
    Files.createDirectory(home.resolve("disk"));
    Refusal.expect(bad, home, withDisk(options));
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=4k", "ro"})
  void runsThatCannotBeKeptAreRefused(String options) throws Exception {
    Path disk = Files.createDirectories(home.resolve("disk"));
    List<String> words = new ArrayList<>(List.of("install", "--yes"));
    words.addAll(wheels("--venv=" + home.resolve("env")));
    Map<String, String> before = Snapshot.of(home);
    Launcher.Ended ended =
        withDisk(options)
            .runWith(Map.of("XDG_STATE_HOME", disk.toString()), words.toArray(String[]::new));
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(NOT_FIT);
    assertThat(ended.errors())
        .contains("megatron-setup: ", "  Why:  ", "  Next: ", disk.toString())
        .doesNotContain("Exception", "\tat ");
    assertThat(Snapshot.of(home)).isEqualTo(before);
  }

  /** A launcher that finds a disk with these mount options at {@code disk}. */
  private Launcher withDisk(String options) {
    List<String> program =
        List.of(
            "unshare",
            "--mount",
            "--map-root-user",
            "sh",
            "-c",
            "mount -t tmpfs -o \"$1\" none \"$2\" && shift 2 && exec \"$@\"",
            "sh",
            options,
            home.resolve("disk").toString());
    List<String> trial = new ArrayList<>(program);
    trial.add("true");
    assumeTrue(
        possible(trial), "this machine lets nobody mount a disk; the planner's tests cover it");
    return new Launcher(home).startedBy(program);
  }

  private boolean possible(List<String> trial) {
    try {
      return Child.run(home, home, Map.of(), trial).exitStatus() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Refusal.Case venv(String title, String name, String... words) {
    return Refusal.of(title, WRONG_ANSWERS, home -> wheels("--venv=" + home.resolve(name)), words);
  }

  private static List<String> wheels(String... more) {
    return Stream.concat(
            Stream.of("--no-index", "--find-links=" + FixtureWheels.folder()), Stream.of(more))
        .toList();
  }
}
