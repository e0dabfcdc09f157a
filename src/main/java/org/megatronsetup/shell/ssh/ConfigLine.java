package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/**
 * One line of an SSH configuration.
 *
 * @param keyword in lower case
 * @param words what follows, without quotation marks
 */
record ConfigLine(String keyword, List<String> words) {

  /** The lines of a file that say something; none if there is no such file. */
  static List<ConfigLine> read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .map(ConfigLine::parse)
          .flatMap(Optional::stream)
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new SetupException(
          List.of(RouteProblems.unreadable(Words.of("shell.ssh-config.unread-file", file))), e);
    }
  }

  /** {@code Keyword words…} or {@code Keyword=words…}; empty for a comment. */
  static Optional<ConfigLine> parse(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    int end = 0;
    while (end < text.length() && " \t=".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String rest = text.substring(end).strip();
    rest = rest.startsWith("=") ? rest.substring(1).strip() : rest;
    return Optional.of(
        new ConfigLine(text.substring(0, end).toLowerCase(Locale.ROOT), split(rest)));
  }

  /** The first word, if there is one. */
  Optional<String> word() {
    return words.stream().findFirst();
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && !inWord && c == '#') {
        return words;
      }
      if (c == '\\' && i + 1 < text.length() && "\"'\\ ".indexOf(text.charAt(i + 1)) >= 0) {
        i++;
        word.append(text.charAt(i));
        inWord = true;
      } else if (quote == 0 && (c == ' ' || c == '\t')) {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inWord = true;
      } else if (quote == c) {
        quote = 0;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }
}
