package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.words.Words;

/**
 * Questions of a connection, on the terminal. A host key is never a question here: whoever expects
 * one names it beforehand.
 */
final class TerminalDialog implements SshDialog {
  private final Terminal terminal;
  private final List<String> acceptedKeys;
  private final boolean asksPassword;
  private final String machine;
  private Optional<char[]> given = Optional.empty();

  /**
   * @param acceptedKeys fingerprints such as {@code SHA256:…}
   * @param asksPassword whether a password may be asked for; without a terminal it is the next line
   *     of standard input, and for the machine itself, not for those on the way
   * @param machine what the person called it
   */
  TerminalDialog(
      Terminal terminal, List<String> acceptedKeys, boolean asksPassword, String machine) {
    this.terminal = terminal;
    this.acceptedKeys = List.copyOf(acceptedKeys);
    this.asksPassword = asksPassword;
    this.machine = machine;
    if (asksPassword && !terminal.interactive()) {
      given = secret("");
    }
  }

  @Override
  public void warn(String sentence) {
    terminal.err().println(sentence);
  }

  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    return acceptedKeys.contains(fingerprint);
  }

  @Override
  public Optional<char[]> password(Hop hop) {
    if (asksPassword && terminal.interactive()) {
      return secret(Words.of("cli.dialog.password", hop.shown()) + " ");
    }
    // a refused one is not sent again
    Optional<char[]> once = given.filter(_ -> hop.alias().equals(machine));
    if (once.isPresent()) {
      given = Optional.empty();
    }
    return once;
  }

  @Override
  public Optional<char[]> passphrase(Hop hop, Path key) {
    return terminal.interactive()
        ? secret(Words.of("cli.dialog.passphrase", key) + " ")
        : Optional.empty();
  }

  @Override
  public Optional<List<char[]>> answers(
      Hop hop, String title, String instruction, List<Prompt> prompts) {
    if (!terminal.interactive() && !asksPassword) {
      return Optional.empty();
    }
    terminal
        .err()
        .println(Words.of("cli.dialog.asks", hop.shown(), (title + " " + instruction).strip()));
    List<char[]> answers = new ArrayList<>();
    for (Prompt prompt : prompts) {
      answers.add(terminal.secret(prompt.text().strip() + " "));
    }
    return Optional.of(answers);
  }

  private Optional<char[]> secret(String prompt) {
    return Optional.of(terminal.secret(prompt)).filter(typed -> typed.length > 0);
  }
}
