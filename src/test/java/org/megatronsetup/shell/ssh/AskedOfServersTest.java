package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;

/** What servers are asked for, and what becomes of it when they do not answer any more. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
final class AskedOfServersTest {
  private static final int WRITERS = 6;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern REQUEST = Pattern.compile("channel \\d+ request (\\S+) ");

  @TempDir Path folder;

  private Path sshd() throws Exception {
    return Files.createDirectory(folder.resolve("sshd"));
  }

  private static Script script(String text, byte[] input) {
    return new Script("test.sh", text, List.of(), input);
  }

  /** No variables, which servers refuse, and no terminal, whose end would end what it started. */
  @Test
  void aServerIsAskedForACommandAndForNothingElse() throws Exception {
    try (RealSshd server = RealSshd.start(sshd(), "LogLevel DEBUG3");
        SshShell shell = server.shell()) {
      assertThat(shell.run(script("echo on; exit 3", new byte[0]), LIMIT).exitStatus())
          .isEqualTo(3);

      assertThat(REQUEST.matcher(Files.readString(server.folder.resolve("sshd.log"))).results())
          .extracting(found -> found.group(1))
          .isNotEmpty()
          .containsOnly("exec");
    }
  }

  /** Offered once for each of its algorithms it would end the sign-in before the right key. */
  @Test
  void anRsaKeyThatIsNotWantedCostsOneTry() throws Exception {
    Path rsa = KeyFixtures.copy("openssh-rsa", folder);
    try (RealSshd server = RealSshd.start(sshd(), "MaxAuthTries 2")) {
      Hop right = server.route(server.port).target();
      Hop both =
          new Hop(
              right.alias(),
              right.host(),
              right.port(),
              right.user(),
              right.keyName(),
              List.of(rsa, server.key()),
              true,
              Optional.empty(),
              List.of());
      Route route = new Route(List.of(both), List.of());
      try (SshShell shell = new SshShell(route, folder.resolve("accepted"), new Silent(true))) {
        assertThat(shell.run(script("exit 4", new byte[0]), LIMIT).exitStatus()).isEqualTo(4);
      }
    }
  }

  /** There is no socket there whose reading the library could bound. */
  @Test
  void aSilentServerBehindAnotherIsGivenUp() throws Exception {
    try (RealSshd server = RealSshd.start(sshd());
        ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Route far =
          new Route(
              List.of(
                  server.route(server.port).target(), server.route(silent.getLocalPort()).target()),
              List.of());
      try (SshShell shell = new SshShell(far, folder.resolve("accepted"), new Silent(true))) {
        assertThatThrownBy(() -> shell.run(script("true", new byte[0]), LIMIT))
            .isInstanceOf(ContactException.class)
            .hasMessageContaining("cannot be reached");
      }
    }
  }

  /** The library waits for the writer before it hangs up, and the writer for the peer. */
  @Test
  void closingFreesAWriterThatIsHeldInTheSocket() throws Exception {
    Path go = folder.resolve("go");
    String text = "until test -e " + go + "; do sleep 0.05; done; cat >/dev/null";
    try (RealSshd server = RealSshd.start(sshd());
        CutProxy proxy = new CutProxy(server.port)) {
      SshShell shell = server.shell(proxy.port());
      for (int i = 0; i < WRITERS; i++) {
        Thread.ofVirtual()
            .start(
                new FutureTask<>(
                    () -> shell.run(script(text, new byte[5 << 20]), Duration.ofHours(1))));
      }
      // each has sent what it may, which the server keeps; then they are let go on, into nothing
      while (proxy.sent() < WRITERS * 2_000_000L) {
        Thread.sleep(20);
      }
      proxy.cut(CutProxy.Cut.STALL);
      Files.createFile(go);
      Thread writer = heldInTheSocket();

      shell.close();

      // the others wait for the server to take more, which the library lets them do for a while
      writer.join();
      assertThatThrownBy(() -> shell.run(script("true", new byte[0]), LIMIT))
          .isInstanceOf(ContactException.class);
    }
  }

  private static Thread heldInTheSocket() throws InterruptedException {
    while (true) {
      Thread.sleep(200);
      Optional<Thread> held =
          Thread.getAllStackTraces().entrySet().stream()
              .filter(e -> e.getKey().getName().startsWith("ssh"))
              .filter(
                  e -> Stream.of(e.getValue()).anyMatch(f -> f.getMethodName().equals("implWrite")))
              .map(Map.Entry::getKey)
              .findFirst();
      if (held.isPresent()) {
        return held.get();
      }
    }
  }

  /** The versions before have known weaknesses, and one of them is what sshj asks for. */
  @Test
  void bouncyCastleIsNewerThanItsKnownWeaknesses() {
    assertThat(new BouncyCastleProvider().getVersionStr()).matches(AskedOfServersTest::atLeast184);
    assertThat(PEMParser.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .matches(path -> atLeast184(path.substring(path.lastIndexOf('-') + 1)), "1.84 or newer");
  }

  private static boolean atLeast184(String version) {
    String[] parts = version.split("\\.");
    return Integer.parseInt(parts[0]) > 1 || Integer.parseInt(parts[1]) >= 84;
  }
}
