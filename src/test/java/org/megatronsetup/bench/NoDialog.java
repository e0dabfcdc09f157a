package org.megatronsetup.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;

/** Nobody is there to be asked. */
final class NoDialog implements SshDialog {
  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    return false;
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
