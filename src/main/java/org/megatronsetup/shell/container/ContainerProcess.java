package org.megatronsetup.shell.container;

import java.util.List;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;

/** A script that was started in a container. */
final class ContainerProcess implements Shell.Running {
  private final Shell.Running process;
  private final Begun begun;
  private final ContainerState state;
  private final List<String> engine;

  ContainerProcess(Shell.Running process, Begun begun, ContainerState state, List<String> engine) {
    this.process = process;
    this.begun = begun;
    this.state = state;
    this.engine = List.copyOf(engine);
  }

  @Override
  public int waitFor() throws ContactException, InterruptedException {
    int status = process.waitFor();
    if (!begun.begun()) {
      throw state.explain(engine, begun.said());
    }
    return status;
  }

  @Override
  public void close() {
    process.close();
  }
}
