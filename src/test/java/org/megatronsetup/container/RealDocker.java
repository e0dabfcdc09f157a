package org.megatronsetup.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.megatronsetup.fixtures.Required;

/**
 * A Docker daemon of the test's own. Its containers need {@code --network=host}: it makes neither
 * bridges nor rules of a firewall, so that it works where little is allowed. It chooses by itself
 * how it lays up images: where nothing can be laid over another it copies them for each container.
 */
public final class RealDocker extends RealEngine {
  private static final String CLIENT = "/usr/bin/docker";

  private final Process daemon;

  private RealDocker(Path folder, Process daemon) {
    super(folder);
    this.daemon = daemon;
  }

  /**
   * @param folder for everything of it, with a short path: there are sockets in it
   */
  public static RealDocker start(Path folder) throws Exception {
    Required.root();
    Required.tools("dockerd", "runc", "containerd");
    Required.that(Files.isExecutable(Path.of(CLIENT)), "there is " + CLIENT);
    Files.createDirectories(folder.resolve("config"));
    // the machine's own settings are of no concern here
    Files.writeString(folder.resolve("daemon.json"), "{}");
    RealDocker docker = new RealDocker(folder, daemon(folder));
    docker.awaitUp();
    return docker;
  }

  private static Process daemon(Path folder) throws IOException {
    return new RealDocker(folder, null)
        .start(
            folder.resolve("log"),
            List.of(
                "dockerd",
                "--iptables=false",
                "--ip6tables=false",
                "--bridge=none",
                "--shutdown-timeout=1",
                "--default-ulimit=nofile=1024:1024",
                "--data-root=" + folder.resolve("data"),
                "--exec-root=" + folder.resolve("exec"),
                "--pidfile=" + folder.resolve("pid"),
                "--config-file=" + folder.resolve("daemon.json"),
                "--host=" + socket(folder)));
  }

  private static String socket(Path folder) {
    return "unix://" + folder.resolve("docker.sock");
  }

  private void awaitUp() throws Exception {
    for (int i = 0; i < 600 && daemon.isAlive(); i++) {
      if (Files.exists(folder.resolve("docker.sock")) && tryTo("version").exitStatus() == 0) {
        return;
      }
      Thread.sleep(50);
    }
    close();
    throw new AssertionError("dockerd: " + Files.readString(folder.resolve("log")));
  }

  @Override
  String program() {
    return CLIENT;
  }

  @Override
  public Map<String, String> environment() {
    return new TreeMap<>(
        Map.of(
            "DOCKER_HOST", socket(folder), "DOCKER_CONFIG", folder.resolve("config").toString()));
  }

  /** Ends the daemon as if it had crashed; its containers' processes are left. */
  public void kill() {
    daemon.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    // the daemon itself would ask each of them, and wait
    if (daemon.isAlive()) {
      List<String> kill = new ArrayList<>(List.of("kill"));
      kill.addAll(tryTo("ps", "--quiet").output().lines().toList());
      tryTo(kill.toArray(String[]::new));
    }
    end(daemon);
    remove(folder.resolve("exec"));
    remove(folder.resolve("data"));
  }
}
