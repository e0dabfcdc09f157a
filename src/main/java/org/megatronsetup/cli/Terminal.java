package org.megatronsetup.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.megatronsetup.words.Words;

/** The standard streams, in one place. */
final class Terminal {
  private final PrintStream out;
  private final PrintStream err;
  private final BufferedReader in;
  private final Optional<Console> console;

  Terminal(InputStream in, PrintStream out, PrintStream err, Optional<Console> console) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = out;
    this.err = err;
    this.console = console;
  }

  static Terminal ofThisProcess() {
    return new Terminal(
        System.in,
        new PrintStream(System.out, false, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  /** What scripts read; flush when a person or a script should see it now. */
  PrintStream out() {
    return out;
  }

  /** What people read beside it. */
  PrintStream err() {
    return err;
  }

  /** For commands whose result is what is elsewhere said beside it. */
  Terminal errorsToOutput() {
    return new Terminal(InputStream.nullInputStream(), out, out, console);
  }

  boolean interactive() {
    return console.isPresent();
  }

  /** Asks for a secret: without echo from a terminal, otherwise one line of standard input. */
  char[] secret(String prompt) {
    if (console.isPresent()) {
      char[] typed = console.get().readPassword("%s", prompt);
      return typed == null ? new char[0] : typed;
    }
    return line().toCharArray();
  }

  /** Asks a question that only a plain yes answers. */
  boolean confirm(String question) {
    err.print(Words.of("cli.confirm", question) + " ");
    err.flush();
    String answer = line().strip();
    return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
  }

  String allInput() {
    try {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        text.append(buffer, 0, n);
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() {
    try {
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
