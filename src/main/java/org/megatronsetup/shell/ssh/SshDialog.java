package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a person while a connection is opened. May be called on any thread, one question
 * at a time. An empty answer means that the person would rather not.
 */
public interface SshDialog {

  /** How far the way to a server is. */
  enum Stage {
    /** It answers. */
    REACHED,
    /** It is the one that it should be. */
    KNOWN,
    /** It lets the person in, on the way to another one. */
    PASSED_THROUGH,
    /** It lets the person in, and is the machine itself. */
    SIGNED_IN,
    /** Its login shell runs what it is given; only of the machine itself. */
    SHELL
  }

  /** Hears what of the person's SSH configuration was not understood, as a sentence. */
  default void warn(String sentence) {}

  /** Hears how far the way is, each time that it is opened. Must not block. */
  default void passed(Hop hop, Stage stage) {}

  /**
   * A server shows a key that nobody knows. No server waits for the answer: it may take any time.
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
