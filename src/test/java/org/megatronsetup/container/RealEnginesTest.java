package org.megatronsetup.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines that other tests use, and that nothing of them is left. */
final class RealEnginesTest {
  @TempDir private Path folder;

  @Test
  void dockerRunsAContainerAndGoes() throws Exception {
    try (RealDocker docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
        RealRegistry registry = RealRegistry.start(Files.createDirectory(folder.resolve("r")))) {
      TestImages.tiny(docker, folder, "tiny:1");
      assertThat(docker.run("run", "--rm", "--network=host", "tiny:1", "cat", "/etc/os-release"))
          .contains("ID=tiny");
      String there = registry.address() + "/tiny:1";
      docker.run("tag", "tiny:1", there);
      docker.run("push", there);
      docker.run("rmi", there, "tiny:1");
      docker.run("run", "--detach", "--network=host", there, "sleep", "1000");
    }
    assertGone();
  }

  @Test
  void podmanRunsAContainerAndGoes() throws Exception {
    try (RealPodman podman = RealPodman.start(Files.createDirectory(folder.resolve("p")))) {
      TestImages.tiny(podman, folder, "tiny:1");
      assertThat(podman.run("run", "--rm", "tiny:1", "cat", "/etc/os-release")).contains("ID=tiny");
      podman.run("run", "--detach", "--name=stays", "tiny:1", "sleep", "1000");
    }
    assertGone();
  }

  private void assertGone() throws Exception {
    assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(folder.toString());
    assertThat(
            ProcessHandle.allProcesses()
                .filter(p -> p.info().commandLine().orElse("").contains(folder.toString())))
        .isEmpty();
  }
}
