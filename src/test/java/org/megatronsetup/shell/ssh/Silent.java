package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Knows no secret.
 *
 * @param accepts whether every host key is accepted, or none
 */
public record Silent(boolean accepts) implements SshDialog {
  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    return accepts;
  }

  @Override
  public Optional<char[]> password(Hop hop) {
    return Optional.empty();
  }

  @Override
  public Optional<char[]> passphrase(Hop hop, Path key) {
    return Optional.empty();
  }

  @Override
  public Optional<List<char[]>> answers(
      Hop hop, String title, String instruction, List<Prompt> prompts) {
    return Optional.empty();
  }
}
