package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ShellText;

/** How a person goes into a container afterwards. */
public final class ContainerEntry {
  private ContainerEntry() {}

  /**
   * A command line for the computer that this program runs on.
   *
   * @param engine the words that call the engine on its host
   */
  public static String command(Target.Container container, List<String> engine) {
    List<String> inside = new ArrayList<>(engine);
    inside.addAll(List.of("exec", "-it", container.name(), "bash"));
    return container.host() instanceof Target.Ssh ssh
        ? line(SignIn.words(ssh, "-t")) + " " + line(inside)
        : line(inside);
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }
}
