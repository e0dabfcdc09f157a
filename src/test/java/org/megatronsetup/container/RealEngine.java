package org.megatronsetup.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.CleanEnvironment;

/** An engine of the test's own, with its images and containers in a folder of the test. */
public abstract class RealEngine implements AutoCloseable {
  /** What engines and their helpers need; nothing of the person's that comes first elsewhere. */
  static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  final Path folder;

  RealEngine(Path folder) {
    this.folder = folder;
  }

  /** Where the engine's program is. */
  abstract String program();

  /** What a process needs in its environment to speak to this engine and no other. */
  public abstract Map<String, String> environment();

  /** The words that call this engine from anywhere. */
  public final List<String> words() {
    List<String> words = new ArrayList<>(List.of("env"));
    environment().forEach((name, value) -> words.add(name + "=" + value));
    words.add(program());
    return words;
  }

  /**
   * A folder with nothing but a program {@code docker} or {@code podman} that calls this engine.
   */
  public final Path bin() {
    String name = Path.of(program()).getFileName().toString();
    Path file = folder.resolve("bin").resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\nexec " + quoted(words()) + " \"$@\"\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.getParent();
  }

  private static String quoted(List<String> words) {
    return String.join(" ", words.stream().map(w -> "'" + w + "'").toList());
  }

  /** Calls the engine, which must succeed, and returns what it printed. */
  public final String run(String... arguments) {
    Child.Ended ended = tryTo(arguments);
    if (ended.exitStatus() != 0) {
      throw new AssertionError(
          String.join(" ", arguments)
              + " ended with "
              + ended.exitStatus()
              + ":\n"
              + ended.output());
    }
    return ended.output();
  }

  /** Calls the engine, which may fail. */
  public final Child.Ended tryTo(String... arguments) {
    List<String> command = new ArrayList<>(words());
    command.addAll(List.of(arguments));
    return Child.run(folder, folder, Map.of("PATH", PATH), command);
  }

  final Process start(Path log, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    CleanEnvironment.apply(builder, folder);
    builder.environment().put("PATH", PATH);
    return builder.redirectOutput(log.toFile()).start();
  }

  /** Ends a process that this started, as it may, or at once where it takes too long. */
  static void end(Process process) {
    process.destroy();
    process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
  }

  @Override
  public abstract void close();

  /** Removes a folder with what is still mounted in it. */
  static void remove(Path folder) {
    Path real = folder.toAbsolutePath();
    if (!Files.exists(real)) {
      return;
    }
    // what an engine still cleans up by itself may come in between
    for (int i = 0; i < 50 && Files.exists(real); i++) {
      removeOnce(folder, real);
    }
  }

  private static void removeOnce(Path folder, Path real) {
    try {
      List<String> mounted =
          Files.readAllLines(Path.of("/proc/self/mounts"), StandardCharsets.UTF_8).stream()
              .map(line -> line.split(" ")[1])
              .filter(place -> place.startsWith(real + "/"))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (String place : mounted) {
        Child.run(Path.of("/"), folder, Map.of("PATH", PATH), List.of("umount", "-l", place));
      }
      try (Stream<Path> paths = Files.walk(real)) {
        paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
