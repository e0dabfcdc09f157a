package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.run.RunFixture.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;

/** Credentials reach the tools that need them, and nothing else. */
final class SecretsTest {
  private static final String PASSWORD = "p@ss'w$rd-zqzq";
  private static final Credentials CREDENTIALS =
      new Credentials(
          List.of(new Credentials.Login("https://packages.example.org:8443", "ann", PASSWORD)),
          "http://ann:proxy-zqzq@proxy.example.org:3128");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void pipAndGitAndTheProxyFindTheirs(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    // compared inside, so that the log of the test holds no secret either
    Files.writeString(folder.resolve("expected"), PASSWORD + "\n");
    String id =
        fixture.runs.start(
            fixture.request(
                CREDENTIALS,
                step(
                    "netrc",
                    """
                    python3 -c 'import netrc, os, sys
                    login = netrc.netrc(os.environ["NETRC"]).hosts["packages.example.org"]
                    sys.exit(0 if login[2] == open(sys.argv[1]).read().strip() else 3)' %s/expected
                    """
                        .formatted(folder)),
                step(
                    "git",
                    """
                    printf 'protocol=https\\nhost=packages.example.org:8443\\n\\n' |
                      git credential fill | sed -n 's/^password=//p' >%1$s/got
                    cmp %1$s/got %1$s/expected
                    rm %1$s/got
                    """
                        .formatted(folder)),
                step("proxy", "case $HTTPS_PROXY in *proxy-zq?q@*) ;; *) exit 3 ;; esac")));

    RunFixture.Heard heard = fixture.follow(id);

    assertThat(heard.end).as(heard.log()).isEqualTo(new RunState.Succeeded(true));
    assertNothingIsLeft(fixture, id);
  }

  private static void assertNothingIsLeft(RunFixture fixture, String id) throws IOException {
    assertThat(fixture.directory(id).resolve("secrets")).doesNotExist();
    try (var files = Files.walk(fixture.state())) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(path, StandardCharsets.ISO_8859_1))
            .as(path.toString())
            .doesNotContain("zqzq");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void noProcessHasASecretInItsArguments(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    Path go = folder.resolve("go");
    Path recorded = folder.resolve("recorded");
    // looks at all arguments in a loop for as long as the run is being started and goes on
    Process recorder =
        new ProcessBuilder(
                "python3",
                "-c",
                """
                import glob, os, sys
                seen = set()
                open(sys.argv[1] + ".ready", "w").close()
                while not os.path.exists(sys.argv[2]):
                    for path in glob.glob("/proc/[0-9]*/cmdline"):
                        try:
                            with open(path, "rb") as f:
                                seen.add(f.read())
                        except OSError:
                            pass
                with open(sys.argv[1], "wb") as f:
                    f.write(b"\\n".join(sorted(seen)))
                """,
                recorded.toString(),
                go.toString())
            .start();
    while (!Files.exists(folder.resolve("recorded.ready"))) {
      assertThat(recorder.isAlive()).isTrue();
      Thread.sleep(10);
    }
    String id =
        fixture.runs.start(
            fixture.request(
                CREDENTIALS,
                step("git", "git --version"),
                step("python", "python3 -c 'import ssl'")));
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
    Files.createFile(go);
    assertThat(recorder.waitFor()).isZero();

    String arguments = Files.readString(recorded, StandardCharsets.ISO_8859_1);
    assertThat(arguments).contains(id).doesNotContain("zqzq");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void secretsAreGoneAfterAFailureAndACancelToo(String sh) throws Exception {
    RunFixture fixture = new RunFixture(folder, sh);
    String failed = fixture.runs.start(fixture.request(CREDENTIALS, step("one", "exit 9")));
    fixture.follow(failed);
    assertNothingIsLeft(fixture, failed);

    Path ready = folder.resolve("ready");
    String cancelled =
        fixture.runs.start(
            fixture.request(CREDENTIALS, step("one", "touch " + ready + "; sleep 600")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }
    assertThat(fixture.directory(cancelled).resolve("secrets/netrc")).exists();
    fixture.runs.cancel(cancelled);
    assertNothingIsLeft(fixture, cancelled);

    fixture.runs.resume(failed, CREDENTIALS, new char[0]);
    fixture.follow(failed);
    assertNothingIsLeft(fixture, failed);
  }

  @Test
  void aRefusedStartLeavesNothing() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    Path go = folder.resolve("go");
    String first = fixture.start(step("waits", "until test -e " + go + "; do sleep 0.02; done"));
    assertThatThrownBy(() -> fixture.runs.start(fixture.request(CREDENTIALS, step("x", "true"))))
        .isInstanceOf(SetupException.class);
    assertNothingIsLeft(fixture, first);
    Files.createFile(go);
    fixture.follow(first);
  }

  @Test
  void whatCannotBeWrittenToTheFilesIsRefusedWithoutShowingIt() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    for (Credentials.Login login :
        List.of(
            new Credentials.Login("https://example.org", "ann", "two\nlines-zqzq"),
            new Credentials.Login("not an origin zqzq", "ann", "x"),
            new Credentials.Login("https://ann:zqzq@example.org", "ann", "x"))) {
      Credentials credentials = new Credentials(List.of(login), "");
      assertThatThrownBy(() -> fixture.runs.start(fixture.request(credentials, step("x", "true"))))
          .isInstanceOfSatisfying(
              SetupException.class,
              e -> assertThat(e.problems().toString()).doesNotContain("zqzq"));
    }
  }

  @Test
  void wordsOfANetrcAreQuotedOnlyWhenTheyMustBe() {
    assertThat(SecretFiles.netrcWord("p@ss'w$rd#")).isEqualTo("p@ss'w$rd#");
    assertThat(SecretFiles.netrcWord("a b\"\\")).isEqualTo("\"a b\\\"\\\\\"");
    assertThat(SecretFiles.netrcWord("")).isEqualTo("\"\"");
    assertThat(SecretFiles.percent("aß/@ ~")).isEqualTo("a%C3%9F%2F%40%20~");
  }
}
