import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Opens the packaged program's window once, without a screen, and lets the JVM keep what it loaded
 * and linked (JEP 514), so that later starts take about half the time: {@code TrainStart FOLDER}.
 * The launcher works without it, so nothing that goes wrong here fails the build.
 */
public final class TrainStart {
  private static final int LIMIT_SECONDS = 120;

  private TrainStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    Path cache = folder.resolve("lib/start.aot");
    Path home = Files.createTempDirectory("megatron-setup-start-");
    Files.deleteIfExists(cache);
    ProcessBuilder start = new ProcessBuilder(folder.resolve("bin/megatron-setup").toString());
    start
        .environment()
        .put(
            "MEGATRON_SETUP_JAVA_OPTIONS",
            "-Dglass.platform=Headless -Dprism.order=sw -Dmegatron-setup.close-when-shown=true"
                + " -Duser.home="
                + home
                + " -XX:AOTCacheOutput="
                + cache);
    // nothing of the person's own is read or written, and no option of theirs is trained on
    start.environment().put("HOME", home.toString());
    start.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    start.environment().remove("JAVA_TOOL_OPTIONS");
    start.environment().remove("MEGATRON_SETUP_JAVA_HOME");
    Path log = home.resolve("log");
    Process process = start.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    if (!ended || process.exitValue() != 0 || !Files.exists(cache)) {
      Files.deleteIfExists(cache);
      System.err.println("The start was not trained, so it will be slower. Its output:");
      System.err.println(Files.readString(log));
    }
    delete(home);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
