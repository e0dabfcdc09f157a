package org.megatronsetup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Small help for benchmarks: times of commands, medians, words for them. */
final class Measure {
  private Measure() {}

  /** Runs a command with its output into a file; returns the nanoseconds it took. */
  static long command(List<String> command, Path output) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exit = process.waitFor();
    long took = System.nanoTime() - start;
    if (exit != 0) {
      throw new IOException(command + " ended with " + exit + ", see " + output);
    }
    return took;
  }

  static double median(List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2.0;
  }

  /**
   * @param share of them that is not above it, 0 to 1
   */
  static long quantile(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) Math.ceil(share * (sorted.size() - 1)));
  }

  static String millis(long nanos) {
    return millis((double) nanos);
  }

  static String millis(double nanos) {
    return String.format(Locale.ROOT, "%,.0f ms", nanos / 1e6);
  }

  static String ratio(double a, double b) {
    return String.format(Locale.ROOT, "%.2f", a / b);
  }

  static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / 1048576.0);
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What the numbers were made on. */
  static String machine() {
    return Runtime.getRuntime().availableProcessors()
        + " processors, Java "
        + Runtime.version()
        + ", heap limit "
        + megabytes(Runtime.getRuntime().maxMemory());
  }
}
