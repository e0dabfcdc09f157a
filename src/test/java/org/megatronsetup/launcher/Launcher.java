package org.megatronsetup.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.model.Json;

/** Starts the program that the build packaged, with a home of its own. */
final class Launcher {
  private final Path home;
  private final List<String> before;

  Launcher(Path home) {
    this(home, List.of());
  }

  private Launcher(Path home, List<String> before) {
    this.home = home;
    this.before = before;
  }

  /** The same, started by another program that gets the launcher as its last arguments. */
  Launcher startedBy(List<String> program) {
    return new Launcher(home, program);
  }

  /** How a start ended. */
  record Ended(int exitStatus, byte[] output, String errors) {
    String text() {
      return new String(output, StandardCharsets.UTF_8);
    }

    List<JsonNode> events() {
      return text().lines().map(Ended::json).toList();
    }

    Stream<JsonNode> events(String kind) {
      return events().stream().filter(event -> event.path("event").asText().equals(kind));
    }

    private static JsonNode json(String line) {
      try {
        return Json.mapper().readTree(line);
      } catch (IOException e) {
        throw new UncheckedIOException("not JSON: " + line, e);
      }
    }

    @Override
    public String toString() {
      return "exit " + exitStatus + "\n--- output\n" + text() + "\n--- errors\n" + errors;
    }
  }

  /** A start that is under way. */
  record Started(Process process, Path output, Path errors) {
    Ended end() {
      try {
        int status = process.waitFor();
        return new Ended(status, Files.readAllBytes(output), Files.readString(errors));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  Ended run(String... arguments) {
    return start("", Map.of(), arguments).end();
  }

  Ended runWithInput(String input, String... arguments) {
    return start(input, Map.of(), arguments).end();
  }

  Ended runWith(Map<String, String> environment, String... arguments) {
    return start("", environment, arguments).end();
  }

  Started start(String input, Map<String, String> environment, String... arguments) {
    List<String> words = new ArrayList<>(before);
    words.add(System.getProperty("launcher"));
    words.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(home, "output", ".txt");
      Path err = Files.createTempFile(home, "errors", ".txt");
      Path in = Files.writeString(Files.createTempFile(home, "input", ".txt"), input);
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(home.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      CleanEnvironment.apply(builder, home);
      builder.environment().remove("DISPLAY");
      builder.environment().putAll(environment);
      return new Started(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path runs() {
    return home.resolve(".local/state/megatron-setup/runs");
  }

  /** The only run there is. */
  Path onlyRun() {
    try (Stream<Path> runs = Files.list(runs())) {
      List<Path> found = runs.toList();
      if (found.size() != 1) {
        throw new IllegalStateException("not one run: " + found);
      }
      return found.getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
