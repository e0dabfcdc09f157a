package org.megatronsetup.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.megatronsetup.model.Facts;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

/**
 * A machine of our making: its own root folder, home and search path, on which nothing of the real
 * one is seen but the handful of POSIX tools that the script is written with.
 */
final class FakeMachine implements Shell {
  private static final List<String> POSIX_TOOLS =
      List.of(
          "awk",
          "cat",
          "cut",
          "getconf",
          "grep",
          "head",
          "id",
          "ldd",
          "ls",
          "nproc",
          "od",
          "readlink",
          "sed",
          "sleep",
          "sort",
          "stat",
          "timeout",
          "tr",
          "true",
          "uname");

  final Path root;
  final Path home;
  final Path tools;
  final Map<String, String> environment = new HashMap<>();

  /** What a login prints before the script's own output. */
  String greeting = "";

  /** Where the script is started. */
  Path directory;

  private final List<String> interpreter;

  /**
   * @param interpreter of the script, such as {@code dash}, with its options
   */
  FakeMachine(Path folder, String... interpreter) throws IOException {
    this.interpreter = List.of(interpreter);
    directory = folder;
    root = Files.createDirectories(folder.resolve("root"));
    home = Files.createDirectories(root.resolve("home/kim"));
    tools = Files.createDirectories(root.resolve("usr/bin"));
    Files.createDirectories(root.resolve("tmp"));
    Path posix = Files.createDirectories(folder.resolve("posix"));
    for (String tool : POSIX_TOOLS) {
      Path real = realTool(tool);
      Files.createSymbolicLink(posix.resolve(tool), real);
    }
    environment.put("PATH", tools + ":" + posix);
    environment.put("HOME", home.toString());
    environment.put("SHELL", "/bin/sh");
    environment.put("TMPDIR", root.resolve("tmp").toString());
    environment.put("MEGATRON_SETUP_PROBE_ROOT", root.toString());
  }

  /** A search path with nothing but the named POSIX tools. */
  String bareTools(String... names) throws IOException {
    Path bare = Files.createDirectories(root.resolveSibling("bare"));
    for (String name : names) {
      Files.createSymbolicLink(bare.resolve(name), realTool(name));
    }
    return bare.toString();
  }

  static Path realTool(String name) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .filter(file -> !file.toString().contains("/shims/"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is needed by this test"));
  }

  /** Puts a program of these lines into the machine's search path. */
  Path tool(String name, String... lines) throws IOException {
    return executable(tools.resolve(name), lines);
  }

  static Path executable(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Writes a file of the machine, by its path there. */
  Path file(String path, String... lines) throws IOException {
    Path file = root.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  Facts probe(String... paths) throws InterruptedException {
    return new Probe().probe(this, List.of(paths), List.of());
  }

  @Override
  public String machine() {
    return "the fake machine";
  }

  @Override
  public Finished run(Script script, Duration limit) throws ContactException, InterruptedException {
    List<String> command = new ArrayList<>(interpreter);
    command.addAll(List.of("-c", script.text(), script.name()));
    command.addAll(script.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Path output = Files.createTempFile(root.getParent(), "output", "");
      Path errors = Files.createTempFile(root.getParent(), "errors", "");
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      Process process = builder.start();
      try (OutputStream input = process.getOutputStream()) {
        input.write(script.input());
      }
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new ContactException("no answer within " + limit.toSeconds() + " s");
      }
      byte[] printed = (greeting + Files.readString(output)).getBytes(StandardCharsets.UTF_8);
      return new Finished(process.exitValue(), printed, Files.readAllBytes(errors));
    } catch (ContactException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Running start(Script script, OutputSink sink) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeFile(String path, byte[] content, int mode) {
    throw new UnsupportedOperationException("the probe changes nothing");
  }

  @Override
  public byte[] readFile(String path, long offset, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
