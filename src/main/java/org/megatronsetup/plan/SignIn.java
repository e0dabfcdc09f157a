package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Target;

/** How a person signs in to a machine: with what the SSH configuration does not say. */
public final class SignIn {
  private SignIn() {}

  /**
   * The words of ssh, to be followed by a command if there is one.
   *
   * @param options of ssh, before all others
   */
  public static List<String> words(Target.Ssh ssh, String... options) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    words.addAll(List.of(options));
    ssh.identity().ifPresent(key -> words.addAll(List.of("-i", key)));
    if (!ssh.jumps().isEmpty()) {
      words.addAll(List.of("-J", String.join(",", ssh.jumps())));
    }
    ssh.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    words.add(ssh.user().map(user -> user + "@").orElse("") + ssh.host());
    return words;
  }
}
