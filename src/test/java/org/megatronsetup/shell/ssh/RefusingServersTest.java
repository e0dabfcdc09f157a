package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.SystemUser;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

/** OpenSSH's own server, set up so that it does not let anybody in. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RefusingServersTest {
  private static final String PASSWORD = "cörrect horse";
  private static final Script ID = new Script("test.sh", "id -un", List.of());

  @TempDir Path folder;

  /** Gives passwords from a list. */
  private record Passwords(Deque<String> list) implements SshDialog {
    static Passwords of(String... passwords) {
      return new Passwords(new ArrayDeque<>(List.of(passwords)));
    }

    @Override
    public boolean accept(Hop hop, String type, String fingerprint) {
      return true;
    }

    @Override
    public Optional<char[]> password(Hop hop) {
      return Optional.ofNullable(list.poll()).map(String::toCharArray);
    }

    @Override
    public Optional<char[]> passphrase(Hop hop, Path key) {
      return Optional.empty();
    }

    @Override
    public Optional<List<char[]>> answers(
        Hop hop, String title, String instruction, List<Prompt> prompts) {
      return Optional.empty();
    }
  }

  private SshShell shell(RealSshd server, String user, SshDialog dialog, List<Path> keys) {
    Hop hop =
        new Hop(
            "here",
            "127.0.0.1",
            server.port,
            user,
            "127.0.0.1",
            keys,
            true,
            Optional.empty(),
            List.of());
    return new SshShell(
        new Route(List.of(hop), List.of()), server.folder.resolve("accepted"), dialog);
  }

  private RealSshd server(String... options) throws Exception {
    return RealSshd.start(Files.createDirectory(folder.resolve("sshd")), options);
  }

  private static Shell.Finished run(SshShell shell) throws Exception {
    return shell.run(ID, Duration.ofSeconds(60));
  }

  private static Problem refused(SshShell shell) {
    Throwable failure = catchThrowable(() -> run(shell));
    assertThat(failure).isInstanceOf(SetupException.class);
    Problem problem = ((SetupException) failure).problems().getFirst();
    assertThat(problem.nextStep()).isNotBlank();
    assertThat(problem.toString()).doesNotContain(PASSWORD, "wrong one");
    return problem;
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneIsNot() throws Exception {
    SshThreads threads = new SshThreads();
    try (SystemUser user = SystemUser.make(folder, "/bin/sh");
        RealSshd server = server("PasswordAuthentication yes", "AuthenticationMethods password")) {
      user.password(PASSWORD);
      try (SshShell shell = shell(server, user.name, Passwords.of("wrong one"), List.of())) {
        Problem problem = refused(shell);
        assertThat(problem.code()).isEqualTo("sign-in-refused");
        assertThat(problem.cause()).containsIgnoringCase("password");
      }
      try (SshShell shell = shell(server, user.name, Passwords.of(PASSWORD), List.of())) {
        assertThat(run(shell).output()).asString().isEqualTo(user.name + "\n");
      }
    }
    threads.noneLeft();
  }

  @Test
  void tooManyKeysAreSaidToBeTooMany() throws Exception {
    SshThreads threads = new SshThreads();
    try (RealSshd server = server("MaxAuthTries 2")) {
      List<Path> keys = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Path key = folder.resolve("other-" + i);
        String[] keygen = {"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()};
        assertThat(new ProcessBuilder(keygen).start().waitFor()).isZero();
        keys.add(key);
      }
      keys.add(server.key());
      String me = System.getProperty("user.name");
      try (SshShell shell = shell(server, me, new Silent(true), keys)) {
        Problem problem = refused(shell);
        assertThat(problem.code()).isEqualTo("sign-in-refused");
        assertThat(problem.cause()).contains("too many", "other-0");
      }
      try (SshShell shell = shell(server, me, new Silent(true), List.of(server.key()))) {
        assertThat(run(shell).exitStatus()).isZero();
      }
    }
    threads.noneLeft();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "KexAlgorithms diffie-hellman-group14-sha1",
        "Ciphers aes128-cbc",
        "Ciphers aes128-ctr\nMACs hmac-sha1"
      })
  void aServerWithNothingModernIsNamedWithWhatItHas(String option) throws Exception {
    SshThreads threads = new SshThreads();
    try (RealSshd server = server(option);
        SshShell shell = server.shell()) {
      Problem problem = refused(shell);
      assertThat(problem.code()).isEqualTo("ssh-server-too-old");
      assertThat(problem.cause()).contains(option.substring(option.lastIndexOf(' ') + 1));
    }
    threads.noneLeft();
  }
}
