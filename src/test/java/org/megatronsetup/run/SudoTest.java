package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.run.RunFixture.rootStep;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;

/**
 * Plans that need root, with a sudo of the test's own. Where the tests run as root, the scripts run
 * as nobody and that sudo really becomes root; elsewhere it stays who it is.
 */
final class SudoTest {
  private static final String SUDO =
      """
      #!/bin/sh
      # Writes down its arguments and takes the password like sudo -S.
      printf '%s\\n' "$@" >>"$RECORD/arguments"
      case $1 in
        -n) ;;
        -S)
          printf '%s' "$3" >&2
          IFS= read -r password
          if [ "$password" != "pass word" ]; then
            printf '\\nSorry, try again.\\n' >&2
            exit 1
          fi
          ;;
      esac
      while [ "$1" != -- ]; do shift; done
      shift
      # sudo cleans the environment and closes what it did not open itself
      exec BECOME env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@" 3>&- 8>&- 9>&-
      """;

  @TempDir Path folder;

  private final boolean root = "root".equals(System.getProperty("user.name"));

  private RunFixture fixture(String sh) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("sudo-bin"));
    String become = root ? "setpriv --reuid 0 --regid 0 --clear-groups" : "";
    script(bin.resolve("sudo"), SUDO.replace("BECOME", become));
    Path interpreter = RunFixture.find(sh);
    Files.createSymbolicLink(bin.resolve("sh"), interpreter);
    Path wrapper = bin.resolve("as-user");
    script(
        wrapper,
        root
            ? """
            #!/bin/sh
            exec setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps +setuid,+setgid \
              --ambient-caps +setuid,+setgid -- SH "$@"
            """
                .replace("SH", bin.resolve("sh").toString())
            : "#!/bin/sh\nexec " + bin.resolve("sh") + " \"$@\"\n");
    Files.createDirectories(folder.resolve("state"));
    if (root) {
      for (Path path : List.of(folder, folder.resolve("state"))) {
        Files.setAttribute(path, "unix:uid", 65534);
        Files.setAttribute(path, "unix:gid", 65534);
      }
    }
    return new RunFixture(
        folder,
        wrapper,
        Map.of(
            "PATH",
            bin + ":" + System.getenv("PATH"),
            "RECORD",
            folder.toString(),
            "HOME",
            folder.toString(),
            "MARK",
            "it's \"the\" user's",
            "id",
            "a name that the runner uses too"));
  }

  private static void script(Path path, String text) throws Exception {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private RunRequest request(RunFixture fixture, char[] password, Step... steps) {
    RunRequest request = fixture.request(Credentials.NONE, steps);
    return new RunRequest(
        request.plan(),
        request.answers(),
        request.metadata(),
        request.credentials(),
        password,
        request.tools());
  }

  private Step[] steps() {
    return new Step[] {
      rootStep("system", "id -u >" + folder + "/root-step; echo \"mark=${MARK-none}\""),
      step("own", "id -u >" + folder + "/own-step; echo \"mark=$MARK\"; echo \"home=$HOME\"")
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void sudoIsAskedOnceAndOnlyTheStepsThatNeedRootHaveIt(String sh) throws Exception {
    RunFixture fixture = fixture(sh);
    char[] password = "pass word".toCharArray();

    String id = fixture.runs.start(request(fixture, password, steps()));
    RunFixture.Heard heard = fixture.follow(id);

    assertThat(heard.end).as(heard.log()).isEqualTo(new RunState.Succeeded(true));
    assertThat(password).containsOnly('\0');
    String arguments = Files.readString(folder.resolve("arguments"));
    assertThat(arguments).startsWith("-S\n-p\nmegatron-setup-").doesNotContain("pass word");
    assertThat(arguments.lines().filter("--"::equals)).hasSize(1);
    assertThat(heard.log())
        .contains("mark=none\n")
        .contains("mark=it's \"the\" user's\n")
        .contains("home=" + folder + "\n");
    if (root) {
      assertThat(folder.resolve("root-step")).hasContent("0\n");
      assertThat(folder.resolve("own-step")).hasContent("65534\n");
    }
    try (var files = Files.walk(fixture.directory(id))) {
      Object owner = Files.getAttribute(fixture.directory(id), "unix:uid");
      for (Path path : files.toList()) {
        assertThat(Files.getAttribute(path, "unix:uid")).as(path.toString()).isEqualTo(owner);
      }
    }
    assertThat(fixture.directory(id).resolve("secrets")).doesNotExist();
    assertThat(fixture.runs.state(id)).isEqualTo(new RunState.Succeeded(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void withoutAPasswordSudoIsToldNotToAsk(String sh) throws Exception {
    RunFixture fixture = fixture(sh);
    String id = fixture.runs.start(request(fixture, new char[0], steps()));
    assertThat(fixture.follow(id).end).isEqualTo(new RunState.Succeeded(true));
    assertThat(Files.readString(folder.resolve("arguments"))).startsWith("-n\n--\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aRefusalIsToldInSudosWordsAndLeavesNothing(String sh) throws Exception {
    RunFixture fixture = fixture(sh);
    assertThatThrownBy(
            () -> fixture.runs.start(request(fixture, "wrong one".toCharArray(), steps())))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("root-password-wrong");
              assertThat(e.problems().getFirst().cause()).contains("Sorry, try again.");
            });
    assertThat(fixture.runs.list()).isEmpty();
    assertThat(folder.resolve("root-step")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void theUserCanCancelWhatRunsAsRoot(String sh) throws Exception {
    RunFixture fixture = fixture(sh);
    Path ready = folder.resolve("ready");
    String id =
        fixture.runs.start(
            request(
                fixture,
                new char[0],
                rootStep("system", "touch " + ready + "\nsetsid sleep 600 &\nsleep 600")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }

    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
    assertThat(ProcessHandle.allProcesses())
        .noneMatch(p -> p.info().commandLine().orElse("").contains(id));
    assertThat(fixture.follow(id).steps()).containsExactly("system=CANCELLED");
  }
}
