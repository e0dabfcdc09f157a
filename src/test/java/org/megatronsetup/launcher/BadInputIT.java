package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.launcher.Refusal.NOT_FIT;
import static org.megatronsetup.launcher.Refusal.WRONG_ANSWERS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.fixtures.FixtureWheels;

/** Wrong usage, wrong answers, and releases that cannot be had. */
@Execution(ExecutionMode.CONCURRENT)
final class BadInputIT {
  private static final String NO_SUCH_HASH = "0123456789abcdef0123456789abcdef01234567";
  private static FixtureIndex index;

  @TempDir Path home;

  @BeforeAll
  static void serve() {
    index = FixtureIndex.start();
  }

  @AfterAll
  static void stop() {
    index.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "instal",
        "install --indx-url http://x",
        "install --yes more",
        "install --yes --max-jobs many",
        "install --yes --release newest",
        "install --yes --release commit:",
        "install --yes --installer conda",
        "install --yes --venv",
        "plan --format yaml",
        "--nonsense"
      })
  void wrongUsageIsSaidInASentence(String line) {
    Launcher.Ended ended = new Launcher(home).run(line.split(" "));
    Refusal.assertRefused(ended, WRONG_ANSWERS);
    assertThat(ended.errors()).contains("--help");
    assertThat(Snapshot.of(home)).isEmpty();
  }

  static Stream<Refusal.Case> answers() {
    return Stream.of(
        answersFile("unknown field", "\"extra\": [\"dev\"]", "no field “extra”", "extras"),
        answersFile("unknown field inside", "\"sources\": {\"url\": \"x\"}", "“sources.url”"),
        answersFile("a field of another type", "\"extras\": \"dev\"", "must be a list"),
        Refusal.of(
            "unknown schema version",
            WRONG_ANSWERS,
            home -> answers(home, "{\"schemaVersion\": 2, \"anything\": true}"),
            "schema version 2 are not understood",
            "reads schema version 1"),
        Refusal.of(
            "not JSON", WRONG_ANSWERS, home -> answers(home, "{\"schemaVersion\": 1,\n"), "line"),
        Refusal.of(
            "no file",
            WRONG_ANSWERS,
            home -> List.of("--answers=absent.json"),
            "absent.json",
            "no such file"),
        fromIndex("not a requirement", WRONG_ANSWERS, "--require=mamba ssm", "“mamba ssm” is not"),
        fromIndex("an option as requirement", WRONG_ANSWERS, "--require=-e .", "is not"),
        fromIndex("commands as extra", WRONG_ANSWERS, "--extras=$(touch PWNED)", "not the name"),
        fromIndex("jobs out of range", WRONG_ANSWERS, "--max-jobs=0", "1 to 1024"));
  }

  static Stream<Refusal.Case> releases() {
    return Stream.of(
        fromIndex(
            "no such version",
            WRONG_ANSWERS,
            "--release=stable:0.15.9",
            "no megatron-core 0.15.9",
            "0.15.3 and 0.16.0",
            "newest stable one is 0.19.0"),
        fromIndex(
            "yanked",
            WRONG_ANSWERS,
            "--release=stable:0.15.2",
            "was withdrawn (yanked)",
            "the extension was left out",
            "0.14.0 and 0.15.3"),
        fromIndex(
            "another Python",
            NOT_FIT,
            "--release=stable:0.17.0",
            "No Python here fits Megatron Core 0.17.0",
            "It needs Python >=3.99",
            "Not fitting: /"),
        Refusal.of(
            "another Python than the one chosen",
            NOT_FIT,
            home ->
                List.of(
                    indexUrl(),
                    "--release=stable:0.17.0",
                    venv(home),
                    "--python=" + PythonKinds.real()),
            "does not fit Megatron Core 0.17.0",
            "It needs Python >=3.99",
            "Not fitting: /"),
        fromIndex(
            "no such extra",
            WRONG_ANSWERS,
            "--extras=dev,flash",
            "no extra “flash” in Megatron Core 0.19.0",
            "It declares: training, mlm, dev, te, ssm, lts"),
        fromRepository("no such hash", NO_SUCH_HASH, "no branch, tag or commit " + NO_SUCH_HASH),
        fromRepository("no such short hash", "0123abc", "no branch, tag or commit 0123abc"),
        fromRepository("no such tag", "core_v0.15.9", "core_v0.15.3"),
        fromRepository("an option as ref", "--upload-pack=touch", "release.ref"),
        Refusal.of(
            "no repository",
            WRONG_ANSWERS,
            home -> List.of("--release=commit:main", "--repository=file://" + home, venv(home)),
            "There is no git repository at"));
  }

  @ParameterizedTest
  @MethodSource({"answers", "releases"})
  void isRefusedInPlainWords(Refusal.Case bad) throws Exception {
    Refusal.expect(bad, home);
  }

  @Test
  void planRefusesAsInstallDoes() {
    Launcher.Ended ended =
        new Launcher(home).run("plan", "--release=stable:0.15.2", indexUrl(), venv(home));
    Refusal.assertRefused(ended, WRONG_ANSWERS);
    assertThat(ended.errors()).contains("was withdrawn (yanked)");
    assertThat(Snapshot.of(home)).isEmpty();
  }

  private static Refusal.Case answersFile(String title, String field, String... words) {
    return Refusal.of(
        title,
        WRONG_ANSWERS,
        home ->
            answers(
                home,
                """
                {"schemaVersion": 1, "release": {"channel": "stable"},
                 "environment": {"kind": "new-venv", "path": "%s/env"}, %s}
                """
                    .formatted(home, field)),
        words);
  }

  private static List<String> answers(Path home, String json) throws IOException {
    return List.of("--answers=" + Files.writeString(home.resolve("answers.json"), json));
  }

  private static Refusal.Case fromIndex(
      String title, int exitStatus, String option, String... words) {
    return Refusal.of(title, exitStatus, home -> List.of(indexUrl(), venv(home), option), words);
  }

  private static Refusal.Case fromRepository(String title, String ref, String... words) {
    return Refusal.of(
        title,
        WRONG_ANSWERS,
        home ->
            List.of(
                "--release=commit:" + ref,
                "--repository=" + FixtureRepository.url(),
                "--find-links=" + FixtureWheels.folder(),
                "--no-index",
                venv(home)),
        words);
  }

  private static String indexUrl() {
    return "--index-url=" + index.url();
  }

  private static String venv(Path home) {
    return "--venv=" + home.resolve("env");
  }
}
