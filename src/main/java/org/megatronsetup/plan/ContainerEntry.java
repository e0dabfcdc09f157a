package org.megatronsetup.plan;

import java.util.ArrayList;
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
        ? line(there(ssh)) + " " + line(inside)
        : line(inside);
  }

  private static List<String> there(Target.Ssh ssh) {
    List<String> words = new ArrayList<>(List.of("ssh", "-t"));
    ssh.identity().ifPresent(file -> words.addAll(List.of("-i", file)));
    if (!ssh.jumps().isEmpty()) {
      words.addAll(List.of("-J", String.join(",", ssh.jumps())));
    }
    ssh.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    // an option of its own: a user may have an @, and IPv6 wants no brackets here
    ssh.user().ifPresent(user -> words.addAll(List.of("-l", user)));
    words.add(ssh.host());
    return words;
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }
}
