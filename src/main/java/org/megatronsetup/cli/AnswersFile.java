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
      throw unreadable(file, "There is no such file.");
    } catch (AccessDeniedException e) {
      throw unreadable(file, "This user may not read it.");
    } catch (CharacterCodingException e) {
      throw unreadable(file, "It is not text in UTF-8.");
    } catch (IOException e) {
      throw unreadable(file, Files.isDirectory(file) ? "It is a folder." : e.getMessage());
    }
  }

  private static SetupException unreadable(Path file, String cause) {
    return new SetupException(
        Problem.answers(
            "answers-unreadable",
            "",
            "The answers file " + file + " cannot be read.",
            cause,
            "Check the path, or make a file with 'megatron-setup plan --format answers'."));
  }
}
