package org.megatronsetup.wizard.kit;

import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Target;

/** What a target is called on the screen. */
public final class TargetWords {
  private final Texts texts;

  public TargetWords(Texts texts) {
    this.texts = texts;
  }

  public String of(Target target) {
    return switch (target) {
      case Target.Local _ -> texts.get("target.local");
      case Target.Ssh ssh -> address(ssh) + through(ssh);
      case Target.Container container ->
          texts.get("target.container.on", container.name(), of(container.host()));
    };
  }

  private static String address(Target.Ssh ssh) {
    return new SshAddress(ssh.user(), ssh.host(), ssh.port()).text();
  }

  private String through(Target.Ssh ssh) {
    return ssh.jumps().isEmpty()
        ? ""
        : " " + texts.get("target.stage.through", String.join(", ", ssh.jumps()));
  }
}
