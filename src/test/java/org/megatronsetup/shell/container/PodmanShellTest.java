package org.megatronsetup.shell.container;

import java.nio.file.Path;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.RealPodman;

/** Containers of a real Podman. */
final class PodmanShellTest extends ContainerShellContract {
  @Override
  RealEngine start(Path own) throws Exception {
    return RealPodman.start(own);
  }
}
