package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.rootStep;
import static org.megatronsetup.fixtures.FixtureRequest.withPassword;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.fixtures.SystemUser;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;

/** Machines with another sudo than most, or without one. */
class OddSudoTest {
  /** Prompts and refuses in the words of sudo-rs 0.2, and becomes root through the real one. */
  private static final String SUDO_RS =
      """
      #!/bin/sh
      [ "$1 $2 $4" = "-S -p --" ] || { echo "unexpected: $*" >&2; exit 2; }
      printf '[sudo: %s] Password: ' "$3" >&2
      IFS= read -r password || { printf '\\nsudo: interactive authentication is required\\n' >&2; exit 1; }
      printf '\\n' >&2
      if [ "$password" != "pass word" ]; then
        printf 'sudo: Authentication failed, try again.\\n[sudo: %s] Password: ' "$3" >&2
        printf '\\nsudo: Maximum 3 incorrect authentication attempts\\n' >&2
        exit 1
      fi
      shift 4
      exec /usr/bin/sudo -n -- "$@"
      """;

  @TempDir Path folder;

  private Path bin() throws IOException {
    SystemUser.openTo(folder);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.setPosixFilePermissions(bin, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }

  @Test
  void thePromptOfSudoRsIsUnderstood() throws Exception {
    Required.tools("sudo", "visudo");
    Path bin = bin();
    Path sudo = Files.writeString(bin.resolve("sudo"), SUDO_RS);
    Files.setPosixFilePermissions(sudo, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (UserFixture fixture =
        new UserFixture(folder, "/bin/sh", "SetEnv PATH=" + bin + ":/usr/bin:/bin")) {
      fixture.user.sudo("USER ALL=(ALL) NOPASSWD: ALL");

      Problem refused = refused(fixture, "wrong");
      assertThat(refused.code()).isEqualTo("root-password-wrong");
      assertThat(refused.cause())
          .isEqualTo("sudo said: sudo: Maximum 3 incorrect authentication attempts");

      String id =
          fixture.runs.start(withPassword(fixture.request(rootStep("r", "id -u")), "pass word"));
      Heard heard = Heard.follow(fixture.runs, id);
      assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.log()).contains("\n0\n");
    }
  }

  @Test
  void aMachineWithoutSudoIsToldSo() throws Exception {
    Path bin = bin();
    try (Stream<Path> programs = Files.list(Path.of("/usr/bin"))) {
      for (Path program : programs.toList()) {
        if (!program.getFileName().toString().startsWith("sudo")) {
          Files.createSymbolicLink(bin.resolve(program.getFileName()), program);
        }
      }
    }
    try (UserFixture fixture = new UserFixture(folder, "/bin/sh", "SetEnv PATH=" + bin)) {
      Problem refused = refused(fixture, "pass word");

      assertThat(refused.code()).isEqualTo("root-no-sudo");
      assertThat(fixture.runs.list()).isEmpty();
    }
  }

  private static Problem refused(UserFixture fixture, String password) {
    Problem[] found = new Problem[1];
    assertThatThrownBy(
            () ->
                fixture.runs.start(withPassword(fixture.request(rootStep("r", "id -u")), password)))
        .isInstanceOfSatisfying(SetupException.class, e -> found[0] = e.problems().getFirst());
    return found[0];
  }
}
