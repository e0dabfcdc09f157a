package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Looks for a secret in the arguments and variables of all processes again and again, until it is
 * closed; then none may have had it.
 */
final class SecretHunt implements AutoCloseable {
  private final String secret;
  private final List<String> found = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Thread thread;
  private volatile boolean over;

  SecretHunt(String secret) {
    // as bytes, one for one
    this.secret = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    thread = Thread.ofPlatform().name("secret-hunt").start(this::hunt);
  }

  int looks() {
    return looks.get();
  }

  private void hunt() {
    while (!over) {
      found.addAll(processesWith(secret));
      looks.incrementAndGet();
    }
  }

  /** No file in the folder has it, by name or content. */
  void files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toString()).doesNotContain(secret);
        assertThat(read(file)).as(file.toString()).doesNotContain(secret);
      }
    }
  }

  /** Processes, by their arguments, that have a text in their arguments or variables. */
  static List<String> processesWith(String text) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(path -> path.getFileName().toString().matches("\\d+"))
          .filter(
              path ->
                  read(path.resolve("environ")).contains(text)
                      || read(path.resolve("cmdline")).contains(text))
          .map(path -> path + " " + read(path.resolve("cmdline")).replace('\0', ' '))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // it ended, or was removed, while we looked
      return "";
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(found).isEmpty();
  }
}
