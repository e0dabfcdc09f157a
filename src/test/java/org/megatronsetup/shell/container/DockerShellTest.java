package org.megatronsetup.shell.container;

import java.nio.file.Path;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealEngine;

/** Containers of a real Docker. */
final class DockerShellTest extends ContainerShellContract {
  @Override
  RealEngine start(Path own) throws Exception {
    return RealDocker.start(own);
  }
}
