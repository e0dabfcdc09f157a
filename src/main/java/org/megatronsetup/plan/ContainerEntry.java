package org.megatronsetup.plan;

import java.util.List;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ShellText;

/** How a person goes into a container afterwards. */
public final class ContainerEntry {
  private ContainerEntry() {}

  /** A command line for the computer that this program runs on. */
  public static String command(Target.Container container) {
    List<String> inside =
        List.of(container.engine().program(), "exec", "-it", container.name(), "bash");
    return container.host() instanceof Target.Ssh ssh
        ? line(SignIn.words(ssh, "-t")) + " " + line(inside)
        : line(inside);
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }
}
