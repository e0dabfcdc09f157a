package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Accepts every host key and knows no secret. */
final class Accepting implements SshDialog {
  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    return true;
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
