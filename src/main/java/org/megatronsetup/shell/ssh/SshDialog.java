package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a person while a connection is opened. May be called on any thread, one question
 * at a time. An empty answer means that the person would rather not.
 */
public interface SshDialog {

  /**
   * A server shows a key that nobody knows.
   *
   * @param type such as {@code ED25519}
   * @param fingerprint such as {@code SHA256:…}, as OpenSSH prints it
   * @return whether it is the right one
   */
  boolean accept(Hop hop, String type, String fingerprint);

  /** The password of the user on a server. */
  Optional<char[]> password(Hop hop);

  /** What a key file is locked with. */
  Optional<char[]> passphrase(Hop hop, Path key);

  /**
   * Prompts of the server's own, such as for a one-time code.
   *
   * @return as many answers as there are prompts
   */
  Optional<List<char[]>> answers(Hop hop, String title, String instruction, List<Prompt> prompts);

  /**
   * @param echo whether what is typed may be seen
   */
  record Prompt(String text, boolean echo) {}
}
