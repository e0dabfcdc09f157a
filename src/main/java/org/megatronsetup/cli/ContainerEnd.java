package org.megatronsetup.cli;

import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerEntry;
import org.megatronsetup.words.Words;

/** What becomes of a container once its install was validated. */
final class ContainerEnd {
  private final Setup setup;
  private final Terminal terminal;
  private final boolean json;

  ContainerEnd(Setup setup, Terminal terminal, boolean json) {
    this.setup = setup;
    this.terminal = terminal;
    this.json = json;
  }

  /** Keeps it as an image and removes it, as wished; only what is proved is kept or removed. */
  void after(ExitCode code, Target target) throws InterruptedException {
    if (!(target instanceof Target.Container container) || setup.containerHost().isEmpty()) {
      return;
    }
    ContainerHost host = setup.containerHost().get();
    if (code == ExitCode.OK) {
      wished(container, host);
    } else if (code == ExitCode.VALIDATION_RED
        && (container.commitTo().isPresent() || container.removeAfter())) {
      say("left-as-it-is", "container", container.name(), Words.of("cli.container.left"));
    }
    if (code != ExitCode.OK || !container.removeAfter()) {
      String command = ContainerEntry.command(container, host.call());
      say("enter", "command", command, Words.of("cli.container.enter", command));
    }
  }

  private void wished(Target.Container container, ContainerHost host) throws InterruptedException {
    if (container.commitTo().isPresent()) {
      String image = container.commitTo().get();
      host.commit(image);
      say("committed", "image", image, Words.of("cli.container.kept", image));
    }
    if (container.removeAfter()) {
      host.remove();
      say(
          "removed",
          "container",
          container.name(),
          Words.of("cli.container.removed", container.name()));
    }
  }

  private void say(String event, String key, String value, String sentence) {
    if (json) {
      new JsonLines(terminal.out()).event(event, key, value);
    } else {
      terminal.err().println(sentence);
    }
  }
}
