package org.megatronsetup.wizard.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Json;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** Writes the answers to a file that the command line can read. */
final class SaveModel {
  private final Kit kit;
  private final Fetch<Path> fetch;

  SaveModel(Kit kit) {
    this.kit = kit;
    this.fetch = new Fetch<>(kit.background());
  }

  void save(Path file, Answers answers) {
    fetch.start(() -> write(file, answers), saved -> {});
  }

  private Path write(Path file, Answers answers) {
    try {
      String json =
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answers) + "\n";
      return Files.writeString(file, json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw kit.problem("save", e, file.toString());
    }
  }

  Fetch<Path> fetch() {
    return fetch;
  }
}
