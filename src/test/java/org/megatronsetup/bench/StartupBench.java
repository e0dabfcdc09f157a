package org.megatronsetup.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * From the start of the process to its end, which comes as soon as the version is printed or the
 * window was drawn; the packaged launcher against a JavaFX program of one label on the same JVM
 * with the same options, in turn.
 */
final class StartupBench {
  private static final int ROUNDS = 10;
  private static final Path PROGRAM = Path.of("target/megatron-setup").toAbsolutePath();
  private static final List<String> SCREEN =
      List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

  private final PrintStream out;

  StartupBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("startup: " + Measure.machine());
    List<String> launcher = List.of(PROGRAM.resolve("bin/megatron-setup").toString());
    List<String> version = List.of(launcher.getFirst(), "--version");
    List<Long> versions = new ArrayList<>();
    List<Long> windows = new ArrayList<>();
    List<Long> untrained = new ArrayList<>();
    List<Long> labels = new ArrayList<>();
    Path home = Files.createTempDirectory("megatron-setup-bench-");
    try {
      List<String> label = label();
      for (int round = 0; round <= ROUNDS; round++) {
        labels.add(start(label, home, ""));
        windows.add(start(launcher, home, ""));
        untrained.add(start(launcher, home, "-XX:AOTMode=off"));
        versions.add(start(version, home, ""));
      }
    } finally {
      Measure.delete(home);
    }
    // the first round warms the system's file cache
    List.of(versions, windows, untrained, labels).forEach(List::removeFirst);
    double one = Measure.median(labels);
    out.println("  medians of " + ROUNDS + ", in turn, process start to its end:");
    out.println("  one label: " + Measure.millis(one));
    say("--version", versions, one);
    say("first window", windows, one);
    say("first window without the trained cache", untrained, one);
  }

  private void say(String what, List<Long> times, double one) {
    double median = Measure.median(times);
    out.println(
        "  "
            + what
            + ": "
            + Measure.millis(median)
            + ", against one label: "
            + Measure.ratio(median, one));
  }

  private static long start(List<String> command, Path home, String more)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder
        .environment()
        .put(
            "MEGATRON_SETUP_JAVA_OPTIONS",
            String.join(" ", SCREEN) + " -Dmegatron-setup.close-when-shown=true " + more);
    builder.redirectErrorStream(true).redirectOutput(home.resolve("output").toFile());
    long start = System.nanoTime();
    int exit = builder.start().waitFor();
    long took = System.nanoTime() - start;
    if (exit != 0) {
      throw new IOException(command + ": " + Files.readString(home.resolve("output")));
    }
    return took;
  }

  private static List<String> label() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SCREEN);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=64m",
            "-Xmx256m",
            "--enable-native-access=javafx.graphics",
            "--sun-misc-unsafe-memory-access=allow",
            "--module-path",
            PROGRAM.resolve("lib/javafx").toString(),
            "--add-modules",
            "javafx.controls",
            "--class-path",
            classes(),
            OneLabel.class.getName()));
    return command;
  }

  /** The folder or archive that this class came from. */
  private static String classes() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith("test-classes"))
        .findFirst()
        .orElseThrow();
  }
}
