package org.megatronsetup.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.fixtures.Required;

/** The registry of the distribution project on loopback, without a login. */
public final class RealRegistry implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final Process process;

  private RealRegistry(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  public static RealRegistry start(Path folder) throws Exception {
    Required.tools("docker-registry");
    int port = freePort();
    Path config = folder.resolve("config.yml");
    Files.writeString(
        config,
        """
        version: 0.1
        log: {level: warn}
        storage:
          filesystem: {rootdirectory: %s}
        http: {addr: "127.0.0.1:%d"}
        """
            .formatted(folder.resolve("store"), port));
    Process process =
        new ProcessBuilder("docker-registry", "serve", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    RealRegistry registry = new RealRegistry(folder, port, process);
    registry.awaitUp();
    return registry;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitUp() throws Exception {
    for (int i = 0; i < 200 && process.isAlive(); i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    close();
    throw new AssertionError("docker-registry: " + Files.readString(folder.resolve("log")));
  }

  /** Host and port, as in the name of an image. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    RealEngine.end(process);
  }
}
