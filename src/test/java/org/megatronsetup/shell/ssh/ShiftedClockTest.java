package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.run.Runs;

/**
 * Nothing is decided by a clock: the one of the target jumps, and the times of all files of the run
 * are set anew while it goes on.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShiftedClockTest {
  /** Each call is a day before the one before it, on either side of the year 2038, or no number. */
  private static final String BACKWARDS =
      """
      #!/bin/sh
      n=$(cat FOLDER/calls 2>/dev/null || echo 0)
      n=$((n + 1))
      echo $n >FOLDER/calls
      case $1 in
        +%s%3N) echo $((START - n * 86400000)) ;;
        *) echo $(((START - n * 86400000) / 1000)) ;;
      esac
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"4102444800000", "200000", "'nonsense'"})
  void aRunIsFollowedAndResumed(String start) throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    String date =
        start.startsWith("'")
            ? "#!/bin/sh\necho " + start + "\n"
            : BACKWARDS.replace("FOLDER", folder.toString()).replace("START", start);
    Files.writeString(bin.resolve("date"), date);
    Files.setPosixFilePermissions(
        bin.resolve("date"), PosixFilePermissions.fromString("rwxr-xr-x"));
    try (RealSshd server =
            RealSshd.start(
                Files.createDirectory(folder.resolve("sshd")),
                "SetEnv PATH=" + bin + ":/usr/bin:/bin");
        SshShell shell = server.shell()) {
      Runs runs = new Runs(shell, folder.resolve("state").toString());
      Path mended = folder.resolve("mended");
      String id =
          runs.start(
              FixtureRequest.of(
                  folder + "/e",
                  Credentials.NONE,
                  Map.of(),
                  step("one", touches("1971-01-01") + touches("2099-01-01"), ""),
                  step("two", "test -e " + mended, "")));

      Heard heard = Heard.follow(runs, id);
      assertThat(heard.end()).isEqualTo(new RunState.Failed("two", 1));
      assertThat(heard.steps()).isEqualTo(List.of("one=DONE", "two=FAILED"));
      assertThat(heard.log())
          .isEqualTo(Files.readString(folder.resolve("state/runs/" + id + "/log")))
          .contains("times of 1971-01-01\n", "times of 2099-01-01\n");

      Files.createFile(mended);
      runs.resume(id, Credentials.NONE, new char[0]);
      assertThat(Heard.follow(runs, id).end()).isEqualTo(new RunState.Succeeded(true));
    }
  }

  private static String touches(String day) {
    return "find . -exec touch -d "
        + day
        + " '{}' +\nsleep 0.5\necho times of "
        + day
        + "\nsleep 0.5\n";
  }
}
