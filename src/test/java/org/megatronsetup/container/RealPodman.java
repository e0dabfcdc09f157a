package org.megatronsetup.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.megatronsetup.fixtures.Required;

/** A Podman with storage and settings of the test's own; it has no daemon. */
public final class RealPodman extends RealEngine {
  private static final String PROGRAM = "/usr/bin/podman";

  private RealPodman(Path folder) {
    super(folder);
  }

  /**
   * @param folder for everything of it, with a short path: there are sockets in it
   */
  public static RealPodman start(Path folder) throws Exception {
    Required.root();
    Required.tools("runc", "conmon");
    Required.that(Files.isExecutable(Path.of(PROGRAM)), "there is " + PROGRAM);
    Files.writeString(
        folder.resolve("containers.conf"),
        """
        [containers]
        netns = "host"
        default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
        [engine]
        runtime = "runc"
        cgroup_manager = "cgroupfs"
        events_logger = "file"
        # the other kind is shared by all Podmans of a user
        lock_type = "file"
        tmp_dir = "%1$s/tmp"
        volume_path = "%1$s/volumes"
        """
            .formatted(folder));
    Files.writeString(folder.resolve("auth.json"), "{}");
    RealPodman podman = new RealPodman(folder);
    podman.trust("127.0.0.1");
    podman.layUp("overlay");
    if (podman.tryTo("info").exitStatus() != 0) {
      // nothing can be laid over another here, so images are copied for each container
      podman.layUp("vfs");
      podman.run("info");
    }
    return podman;
  }

  private void layUp(String driver) throws Exception {
    for (String part : new String[] {"data", "run"}) {
      remove(folder.resolve(part));
    }
    Files.writeString(
        folder.resolve("storage.conf"),
        """
        [storage]
        driver = "%2$s"
        graphroot = "%1$s/data"
        runroot = "%1$s/run"
        """
            .formatted(folder, driver));
  }

  /** Lets registries on loopback speak plain HTTP, as Docker does by itself. */
  public void trust(String registry) throws Exception {
    Files.writeString(
        folder.resolve("registries.conf"),
        """
        short-name-mode = "permissive"
        [[registry]]
        location = "%s"
        insecure = true
        """
            .formatted(registry));
  }

  @Override
  String program() {
    return PROGRAM;
  }

  @Override
  public Map<String, String> environment() {
    return new TreeMap<>(
        Map.of(
            "CONTAINERS_CONF", folder.resolve("containers.conf").toString(),
            "CONTAINERS_STORAGE_CONF", folder.resolve("storage.conf").toString(),
            "CONTAINERS_REGISTRIES_CONF", folder.resolve("registries.conf").toString(),
            "REGISTRY_AUTH_FILE", folder.resolve("auth.json").toString()));
  }

  @Override
  public void close() {
    tryTo("rm", "--all", "--force", "--time", "0");
    for (String part : new String[] {"data", "run", "tmp", "volumes"}) {
      remove(folder.resolve(part));
    }
  }
}
