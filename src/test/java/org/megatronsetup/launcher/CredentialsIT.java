package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.launcher.Refusal.NOT_FIT;
import static org.megatronsetup.launcher.Refusal.WRONG_ANSWERS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;

/** A login is used where it is needed and can be read nowhere else. */
@Execution(ExecutionMode.CONCURRENT)
final class CredentialsIT {
  private static final String USER = "ada";

  /** What a netrc, an address and a shell each write in their own way. */
  private static final String PASSWORD = "s3cr%t+/#x";

  private static final String LOGIN = USER + ":" + PASSWORD;
  private static final List<String> FORMS =
      List.of(
          PASSWORD,
          Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8)),
          Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)),
          "s3cr%25t%2B%2F%23x");

  @TempDir Path home;

  @Test
  void aLoginIsSeenByNobodyDuringTheRunAndAfterIt() throws Exception {
    Launcher launcher = new Launcher(home);
    Path gate = home.resolve("gate");
    try (FixtureIndex index =
        FixtureIndex.start()
            .login(USER, PASSWORD)
            .add(FixtureWheels.gated("fixture-gated", gate))) {
      Launcher.Started started =
          launcher.start(
              LOGIN + "\n",
              Map.of(),
              "install",
              "--yes",
              "--json",
              "--release=stable:0.15.3",
              "--require=fixture-gated",
              "--venv=" + home.resolve("env"),
              "--index-url=" + index.url(),
              "--index-login");
      Waiting.until("the build waits", () -> Files.exists(home.resolve("gate.reached")));
      assertThat(commandLines())
          .anyMatch(line -> line.contains("fixture-gated"))
          .noneMatch(CredentialsIT::holdsSecret);
      forgetInput();
      Path secrets = launcher.onlyRun().resolve("secrets");
      assertThat(mode(secrets)).isEqualTo("rwx------");
      assertThat(Snapshot.holding(home, FORMS))
          .isNotEmpty()
          .allSatisfy(
              file -> {
                assertThat(file).hasParent(secrets);
                assertThat(mode(file)).isEqualTo("rw-------");
              });

      Files.createFile(gate);
      Launcher.Ended ended = started.end();
      assertThat(ended.exitStatus()).as(ended.toString()).isZero();
      assertThat(launcher.onlyRun().resolve("receipt.json")).exists();
      assertThat(secrets).doesNotExist();
      assertThat(Snapshot.holding(home, FORMS)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada:wr0ngpass", "nobody:", "wr0ngpass", ""})
  void aLoginThatDoesNotFitIsRefused(String login) throws Exception {
    try (FixtureIndex index = FixtureIndex.start().login(USER, PASSWORD)) {
      Launcher.Ended ended =
          new Launcher(home)
              .runWithInput(
                  login + "\n",
                  "install",
                  "--yes",
                  "--venv=" + home.resolve("env"),
                  "--index-url=" + index.url(),
                  "--index-login");
      boolean form = login.contains(":");
      Refusal.assertRefused(ended, form ? NOT_FIT : WRONG_ANSWERS);
      assertThat(ended.errors())
          .contains(form ? "does not let this program in (status 401)" : "form USER:PASSWORD")
          .doesNotContain("wr0ngpass");
      assertThat(Snapshot.of(home)).isEmpty();
    }
  }

  @Test
  void withoutALoginTheIndexAsksForOne() throws Exception {
    try (FixtureIndex index = FixtureIndex.start().login(USER, PASSWORD)) {
      Refusal.expect(
          Refusal.of(
              "no login",
              NOT_FIT,
              home -> List.of("--index-url=" + index.url(), "--venv=" + home.resolve("env")),
              "does not let this program in",
              "--index-login"),
          home);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--index-url=https://ada:geheim@127.0.0.1:1/simple/",
        "--index-url=https://geheim@127.0.0.1:1/simple/",
        "--index-url=https://ada:ge heim@127.0.0.1:1/simple/",
        "--extra-index-url=https://ada:geheim@127.0.0.1:1/simple/",
        "--index-url=https://127.0.0.1:1/simple/?token=geheim",
        "--proxy=http://ada:geheim@127.0.0.1:1",
        "--repository=https://ada:geheim@127.0.0.1:1/repository.git",
        "--require=thing @ https://ada:geheim@127.0.0.1:1/thing-1.0-py3-none-any.whl",
        "--require=thing @@ https://ada:geheim@127.0.0.1:1/thing-1.0-py3-none-any.whl",
        "--release=commit:https://ada:geheim@127.0.0.1:1/",
        "--indx-url=https://ada:geheim@127.0.0.1:1/simple/",
        "--index-login=ada:geheim",
        "ada:geheim"
      })
  void aLoginWhereItDoesNotBelongIsRefusedAndNotRepeated(String word) throws Exception {
    for (String asked : List.of("--json", "--index-login")) {
      Launcher.Ended ended =
          new Launcher(home)
              .runWithInput(
                  LOGIN + "\n", "install", "--yes", asked, "--venv=" + home.resolve("env"), word);
      assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(WRONG_ANSWERS);
      assertThat(ended.toString()).doesNotContain("geheim", "heim@", "Exception", "\tat ");
      assertThat(ended.text() + ended.errors()).isNotBlank();
    }
  }

  @Test
  void anAnswersFileWithALoginIsRefusedAndNotRepeated() throws Exception {
    Path file =
        Files.writeString(
            home.resolve("answers.json"),
            """
            {"schemaVersion": 1, "release": {"channel": "stable"},
             "environment": {"kind": "new-venv", "path": "/srv/env"},
             "sources": {"indexUrl": "https://ada:geheim@127.0.0.1:1/simple/",
                         "proxy": "http://ada:geheim@127.0.0.1:1"}}
            """);
    Launcher.Ended ended =
        Refusal.expect(
            Refusal.of(
                "answers",
                WRONG_ANSWERS,
                _ -> List.of("--answers=" + file),
                "sources.indexUrl: The address holds a user name or a password",
                "sources.proxy: The address holds a user name or a password",
                "Answers never hold a secret"),
            home);
    assertThat(ended.errors()).doesNotContain("geheim");
  }

  /** The test's own copy of what was typed is not the program's. */
  private void forgetInput() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().matches("input\\d+\\.txt")) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<String> commandLines() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        if (process.getFileName().toString().matches("\\d+")) {
          lines.add(commandLine(process));
        }
      }
    }
    return lines;
  }

  private static String commandLine(Path process) {
    try {
      return new String(
          Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // it ended meanwhile
    }
  }

  private static boolean holdsSecret(String text) {
    return FORMS.stream().anyMatch(text::contains);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
