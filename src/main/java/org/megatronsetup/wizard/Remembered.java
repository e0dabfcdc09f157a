package org.megatronsetup.wizard;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.megatronsetup.engine.Settings;
import org.megatronsetup.model.Json;

/**
 * What the window remembers from one start to the next: a JSON document, one key for each thing.
 * Keys that nobody here knows are kept. A file that cannot be read is as good as none, and one that
 * cannot be written stays as it is: both cost the person a habit and no work.
 */
final class Remembered {
  private static final System.Logger LOG = System.getLogger(Remembered.class.getName());

  private final Path file;
  private final Executor writer;
  private final ObjectNode document;

  /**
   * @param writer runs what writes the file, so that a slow disk does not hold up the screen
   */
  Remembered(Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
    document = read();
  }

  /** The person's own document. A program that ends waits for what is being written. */
  static Remembered ofThisPerson() {
    return new Remembered(
        Settings.folder().resolve("window.json"), task -> Thread.ofPlatform().start(task));
  }

  /** Empty as well where the value is of another type. */
  synchronized <T> Optional<T> get(String key, Class<T> type) {
    JsonNode kept = document.get(key);
    if (kept == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Json.mapper().treeToValue(kept, type));
    } catch (JacksonException e) {
      LOG.log(System.Logger.Level.DEBUG, key, e);
      return Optional.empty();
    }
  }

  /** Remembers a value, in this window at once and in the file a moment later. */
  synchronized void put(String key, Object value) {
    JsonNode now = Json.mapper().valueToTree(value);
    if (!now.equals(document.get(key))) {
      document.set(key, now);
      writer.execute(this::write);
    }
  }

  private ObjectNode read() {
    try {
      if (Files.exists(file)
          && Json.mapper().readTree(Files.readString(file)) instanceof ObjectNode found) {
        return found;
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, file.toString(), e);
    }
    return JsonNodeFactory.instance.objectNode();
  }

  /** Whoever reads meanwhile finds the old document or the new one, never half of one. */
  private synchronized void write() {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, document.toPrettyString() + "\n");
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, file.toString(), e);
    }
  }
}
