package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

@Execution(ExecutionMode.CONCURRENT)
class SshShellTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private RealSshd server;
  private SshShell shell;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    shell = server.shell();
  }

  @AfterEach
  void stop() throws Exception {
    shell.close();
    server.close();
  }

  private static Script script(String text, String... arguments) {
    return new Script("test.sh", text, List.of(arguments));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void runsScriptsWithOddArgumentsAndSaysHowTheyEnded() throws Exception {
    Shell.Finished finished =
        shell.run(
            script("printf '<%s>' \"$@\"; echo err >&2; exit 9", "", "a'b\n", "$(id)", "ü"), LIMIT);

    assertThat(text(finished.output())).isEqualTo("<><a'b\n><$(id)><ü>");
    assertThat(text(finished.errors())).isEqualTo("err\n");
    assertThat(finished.exitStatus()).isEqualTo(9);
    assertThat(shell.run(script("kill -TERM $$; sleep 9"), LIMIT).exitStatus()).isEqualTo(143);
  }

  @Test
  void reachesAMachineByItsIpv6Address() throws Exception {
    try (RealSshd six =
            RealSshd.startAt("::1", List.of(), Files.createDirectory(folder.resolve("six")));
        SshShell there = six.shell()) {
      assertThat(text(there.run(script("echo \"${SSH_CONNECTION%% *}\""), LIMIT).output()))
          .isEqualTo("::1\n");
      assertThat(there.machine()).endsWith("@[::1]:" + six.port());
    }
  }

  @Test
  void neitherStreamStopsTheOther() throws Exception {
    Shell.Finished finished =
        shell.run(
            script(
                "head -c 6000000 /dev/zero >&2; head -c 6000000 /dev/zero;"
                    + " head -c 6000000 /dev/zero >&2"),
            LIMIT);

    assertThat(finished.output()).hasSize(6_000_000);
    assertThat(finished.errors()).hasSize(12_000_000);
  }

  @Test
  void writesAndReadsFiles() throws Exception {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Path file = folder.resolve("a file 'with' $odd name");

    shell.writeFile(file.toString(), content, 0640);

    assertThat(Files.readAllBytes(file)).isEqualTo(content);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(shell.readFile(file.toString(), 0, 1 << 20)).isEqualTo(content);
    assertThat(shell.readFile(file.toString(), 299_990, 100)).hasSize(10);
    assertThat(shell.readFile(file.toString(), 400_000, 100)).isEmpty();
    assertThatThrownBy(() -> shell.readFile(folder + "/none", 0, 10))
        .isInstanceOf(ContactException.class);
    assertThatThrownBy(() -> shell.writeFile(folder + "/none/x", content, 0600))
        .isInstanceOf(ContactException.class);
    try (var left = Files.list(folder)) {
      assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.contains(".new."));
    }
  }

  @Test
  void aLimitAndAnInterruptEndTheWaiting() throws Exception {
    assertThatThrownBy(() -> shell.run(script("sleep 60"), Duration.ofMillis(300)))
        .isInstanceOf(ContactException.class)
        .hasMessageContaining("did not end");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> shell.run(script("sleep 60"), LIMIT))
        .isInstanceOf(InterruptedException.class);
    assertThat(text(shell.run(script("echo on"), LIMIT).output())).isEqualTo("on\n");
  }

  @Test
  void aConnectionThatBrokeIsOpenedAgainByTheNextQuestion() throws Exception {
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell through = server.shell(proxy.port())) {
      assertThat(text(through.run(script("echo one"), LIMIT).output())).isEqualTo("one\n");
      int connections = proxy.connections();
      proxy.cut(CutProxy.Cut.RESET);
      Shell.Finished second = again(through, script("echo two"));
      assertThat(text(second.output())).isEqualTo("two\n");
      assertThat(proxy.connections()).isEqualTo(connections + 1);
    }
  }

  /** The first question after a cut may be the one that finds out. */
  private static Shell.Finished again(Shell shell, Script script) throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        return shell.run(script, LIMIT);
      } catch (ContactException e) {
        if (i == 3) {
          throw new AssertionError(e);
        }
      }
    }
  }

  @Test
  void aFrozenPeerIsNoticed() throws Exception {
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell through = server.shell(proxy.port())) {
      through.run(script("true"), LIMIT);
      proxy.cut(CutProxy.Cut.BLACK_HOLE);
      assertThatThrownBy(() -> through.run(script("echo never"), Duration.ofSeconds(60)))
          .isInstanceOf(ContactException.class)
          .hasMessageNotContaining("did not end");
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    try (SshShell nobody = server.shell(RealSshd.freePort())) {
      assertThatThrownBy(() -> nobody.run(script("true"), LIMIT))
          .isInstanceOf(ContactException.class)
          .hasMessageContaining("cannot be reached");
    }
  }

  @Test
  void goesThroughOtherServers() throws Exception {
    Hop hop = server.route(server.port).target();
    Route far = new Route(List.of(hop, hop, hop), List.of());
    try (SshShell through = new SshShell(far, folder.resolve("accepted"), new Silent(true))) {
      assertThat(text(through.run(script("echo far; exit 3"), LIMIT).output())).isEqualTo("far\n");
    }
  }

  @Test
  void aServerThatForwardsNothingIsNoWay() throws Exception {
    Path other = Files.createDirectory(folder.resolve("closed"));
    try (RealSshd closed = RealSshd.start(other, "AllowTcpForwarding no")) {
      Route far =
          new Route(
              List.of(closed.route(closed.port).target(), server.route(server.port).target()),
              List.of());
      try (SshShell through = new SshShell(far, other.resolve("accepted"), new Silent(true))) {
        assertThatThrownBy(() -> through.run(script("true"), LIMIT))
            .isInstanceOfSatisfying(
                SetupException.class,
                e -> {
                  assertThat(e.problems().getFirst().code()).isEqualTo("ssh-no-forwarding");
                  assertThat(e.problems().getFirst().sentence())
                      .contains(String.valueOf(closed.port))
                      .contains(String.valueOf(server.port));
                });
      }
    }
  }

  @Test
  void aLoginWithoutAShellIsNamed() throws Exception {
    Path other = Files.createDirectory(folder.resolve("forced"));
    try (RealSshd forced =
            RealSshd.start(other, "ForceCommand echo this account is closed; exit 4");
        SshShell closed = forced.shell()) {
      assertThatThrownBy(() -> closed.run(script("true"), LIMIT))
          .isInstanceOfSatisfying(
              SetupException.class,
              e -> {
                assertThat(e.problems().getFirst().code()).isEqualTo("no-shell");
                assertThat(e.problems().getFirst().cause()).contains("this account is closed");
              });
    }
  }
}
