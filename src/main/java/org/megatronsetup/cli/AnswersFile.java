package org.megatronsetup.cli;

import java.io.IOException;
import java.nio.file.Files;
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
    } catch (IOException e) {
      throw new SetupException(
          Problem.answers(
              "answers-unreadable",
              "",
              "The answers file " + file + " cannot be read.",
              e.getClass().getSimpleName() + ": " + e.getMessage(),
              "Check the path, or make a file with 'megatron-setup plan --format answers'."));
    }
  }
}
