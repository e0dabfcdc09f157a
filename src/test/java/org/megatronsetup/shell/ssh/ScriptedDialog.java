package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers from a list; an empty list is a person who would rather not. */
final class ScriptedDialog implements SshDialog {
  final Deque<String> passwords = new ArrayDeque<>();
  final Deque<String> passphrases = new ArrayDeque<>();
  final Deque<List<String>> answers = new ArrayDeque<>();

  /** What was asked, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** All secrets handed out, to see whether they were wiped. */
  final List<char[]> given = new CopyOnWriteArrayList<>();

  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    throw new AssertionError("nobody should ask for a host key here");
  }

  @Override
  public Optional<char[]> password(Hop hop) {
    asked.add("password");
    return Optional.ofNullable(passwords.poll()).map(this::give);
  }

  @Override
  public Optional<char[]> passphrase(Hop hop, Path key) {
    asked.add("passphrase " + key.getFileName());
    return Optional.ofNullable(passphrases.poll()).map(this::give);
  }

  @Override
  public Optional<List<char[]>> answers(
      Hop hop, String title, String instruction, List<Prompt> prompts) {
    prompts.forEach(prompt -> asked.add(prompt.text() + (prompt.echo() ? " shown" : " hidden")));
    return Optional.ofNullable(answers.poll())
        .map(texts -> new ArrayList<>(texts.stream().map(this::give).toList()));
  }

  private char[] give(String text) {
    char[] secret = text.toCharArray();
    given.add(secret);
    return secret;
  }
}
