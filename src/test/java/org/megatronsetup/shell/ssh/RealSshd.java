package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.fixtures.SystemUser;

/**
 * OpenSSH's own server on loopback, for the user who runs the tests, with keys made for it. Where
 * {@code CI} is set a missing server is a failure; elsewhere it is a reason to skip.
 */
public final class RealSshd implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  final Path folder;
  final int port;
  private final String host;
  private final Process process;

  private RealSshd(Path folder, String host, int port, Process process) {
    this.folder = folder;
    this.host = host;
    this.port = port;
    this.process = process;
  }

  /**
   * @param options further lines of its configuration
   */
  public static RealSshd start(Path folder, String... options) throws Exception {
    return startAt("127.0.0.1", List.of(), folder, options);
  }

  /**
   * The same on another address of this computer.
   *
   * @param before words before the command, such as those that take it into a network namespace
   */
  public static RealSshd startAt(String host, List<String> before, Path folder, String... options)
      throws Exception {
    Required.that(Files.isExecutable(SSHD), "there is " + SSHD);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    keygen(folder.resolve("host"));
    keygen(folder.resolve("key"));
    Files.copy(folder.resolve("key.pub"), folder.resolve("authorized"));
    Files.setPosixFilePermissions(
        folder.resolve("authorized"), PosixFilePermissions.fromString("rw-r--r--"));
    if (System.getProperty("user.name").equals("root")) {
      // it wants this folder for its unprivileged part
      Files.createDirectories(Path.of("/run/sshd"));
    }
    int port = freePort();
    Path config = folder.resolve("sshd_config");
    Files.writeString(
        config,
        """
        %s
        ListenAddress %s
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PermitRootLogin yes
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        MaxStartups 200
        %s
        """
            .formatted(
                // of a setting that is there twice the first counts
                String.join("\n", options),
                host,
                port,
                folder.resolve("host"),
                folder.resolve("authorized"),
                home(folder, options)));
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(SSHD.toString(), "-D", "-e", "-f", config.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("sshd.log").toFile())
            .start();
    RealSshd server = new RealSshd(folder, host, port, process);
    server.awaitUp();
    return server;
  }

  /**
   * What this person's shell reads at its start is of no concern here, and may be cut off: a home
   * of its own. A block of a user takes the place of what is set for all, so that is said again.
   */
  private static String home(Path folder, String... options) throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    String set =
        Stream.of(options)
            .filter(option -> option.startsWith("SetEnv "))
            .map(option -> option.substring("SetEnv".length()))
            .collect(Collectors.joining());
    String own = set.contains(" HOME=") ? "" : " HOME=" + home;
    return "Match User %s\n  SetEnv%s%s".formatted(System.getProperty("user.name"), set, own);
  }

  private static void keygen(Path file) throws Exception {
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new AssertionError("ssh-keygen failed");
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitUp() throws Exception {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port));
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          break;
        }
        Thread.sleep(50);
      }
    }
    throw new AssertionError("sshd: " + Files.readString(folder.resolve("sshd.log")));
  }

  /** As {@code ssh-keygen -l} prints it. */
  public String fingerprint() throws Exception {
    Process listed =
        new ProcessBuilder("ssh-keygen", "-l", "-f", folder.resolve("host.pub").toString()).start();
    String line = new String(listed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return line.split(" ")[1];
  }

  public int port() {
    return port;
  }

  /** The key that it lets in. */
  public Path key() {
    return folder.resolve("key");
  }

  /** As on the command line. */
  public String address() {
    return "ssh://" + System.getProperty("user.name") + "@" + host + ":" + port;
  }

  /** The way to it through a port, its own or a proxy's. */
  Route route(int through) {
    return route(through, System.getProperty("user.name"));
  }

  private Route route(int through, String user) {
    return new Route(
        List.of(
            new Hop(
                "here",
                host,
                through,
                user,
                host,
                List.of(folder.resolve("key")),
                true,
                Optional.empty(),
                List.of())),
        List.of());
  }

  /** A new connection each, opened when it is first needed. */
  public SshShell shell() {
    return shell(port);
  }

  SshShell shell(int through) {
    return new SshShell(route(through), folder.resolve("accepted"), new Silent(true));
  }

  /** For another user, whom the same key lets in; the folder above this one is open for them. */
  SshShell shellOf(SystemUser user) throws IOException {
    // the server reads the list of keys as that user
    SystemUser.openTo(folder);
    return new SshShell(
        route(port, user.name), folder.resolve("accepted-" + user.name), new Silent(true));
  }

  /** The processes of the server that serve connections. */
  List<ProcessHandle> sessions() {
    return process.descendants().toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = sessions();
    process.destroy();
    process.onExit().join();
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
