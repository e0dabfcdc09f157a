package org.megatronsetup.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.plan.AnswersReader;
import org.megatronsetup.words.Words;

/** Reads an answers file from where the person says. */
final class AnswersFile {
  private AnswersFile() {}

  static Answers read(String name, Terminal terminal) {
    return AnswersReader.read(name.equals("-") ? terminal.allInput() : text(Path.of(name)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw unreadable(file, Words.of("cli.answers-unreadable.absent"));
    } catch (AccessDeniedException e) {
      throw unreadable(file, Words.of("cli.answers-unreadable.denied"));
    } catch (CharacterCodingException e) {
      throw unreadable(file, Words.of("cli.answers-unreadable.encoding"));
    } catch (IOException e) {
      throw unreadable(
          file,
          Files.isDirectory(file) ? Words.of("cli.answers-unreadable.folder") : e.getMessage());
    }
  }

  private static SetupException unreadable(Path file, String cause) {
    return new SetupException(
        Problem.answers(
            "answers-unreadable",
            "",
            Words.of("cli.answers-unreadable.sentence", file),
            cause,
            Words.of("cli.answers-unreadable.next")));
  }
}
