import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the packaged program twice, its window without a screen and a command, and lets the JVM
 * keep what it loaded and linked (JEP 514), so that later starts take about half the time: {@code
 * TrainStart FOLDER}. The launcher works without it, so nothing that goes wrong here fails the
 * build.
 */
public final class TrainStart {
  private static final int LIMIT_SECONDS = 120;

  private final Path folder;
  private final Path home;

  private TrainStart(Path folder, Path home) {
    this.folder = folder;
    this.home = home;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("megatron-setup-start-");
    try (TrainingIndex index = new TrainingIndex()) {
      TrainStart start = new TrainStart(Path.of(args[0]).toAbsolutePath(), home);
      start.train(
          "window",
          "-Dglass.platform=Headless -Dprism.order=sw -Dmegatron-setup.close-when-shown=true",
          List.of());
      // It fails at its first package, which that index does not have: all but the validation of an
      // install was used by then.
      start.train(
          "command",
          "",
          List.of(
              "install",
              "--yes",
              "--json",
              "--release=stable",
              "--venv=" + home.resolve("environment"),
              "--index-url=" + index.url()));
    } finally {
      delete(home);
    }
  }

  private void train(String name, String options, List<String> arguments)
      throws IOException, InterruptedException {
    Path cache = folder.resolve("lib").resolve(name + ".aot");
    Files.deleteIfExists(cache);
    ProcessBuilder start = new ProcessBuilder(folder.resolve("bin/megatron-setup").toString());
    start.command().addAll(arguments);
    // nothing of the person's own is read or written, and no option of theirs is trained on
    start.environment().keySet().removeIf(n -> n.matches("(?i)(XDG_|PIP_).*|.*_proxy"));
    start.environment().remove("JAVA_TOOL_OPTIONS");
    start.environment().remove("MEGATRON_SETUP_JAVA_HOME");
    start.environment().put("HOME", home.toString());
    start.environment().put("PIP_CONFIG_FILE", "/dev/null");
    // what the second compiler learnt is left out: replaying it makes a start a third longer
    start
        .environment()
        .put(
            "MEGATRON_SETUP_JAVA_OPTIONS",
            options
                + " -XX:TieredStopAtLevel=1 -Duser.home="
                + home
                + " -XX:AOTCacheOutput="
                + cache);
    Path log = home.resolve(name + ".log");
    Process process = start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      Files.deleteIfExists(cache);
    }
    if (!Files.exists(cache)) {
      System.err.println("The start of a " + name + " was not trained: it will be slower. Output:");
      System.err.println(Files.readString(log));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
