package org.megatronsetup.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.model.Json;

/**
 * A whole install by the packaged launcher against the plan's own script run by {@code bash}: the
 * same index, fresh environments, in turn. Once with nothing but the smallest of wheels, where what
 * the program adds weighs most, and once with a package that has as much to it as torch. The
 * program validates too, the script does not, so the time until the run has ended is told apart.
 */
final class OverheadBench {
  private static final int ROUNDS = 5;
  private static final Path LAUNCHER =
      Path.of("target/megatron-setup/bin/megatron-setup").toAbsolutePath();

  private final PrintStream out;
  private List<String> requirements = List.of();
  private final List<Long> whole = new ArrayList<>();
  private final List<Long> untilFirstStep = new ArrayList<>();
  private final List<Long> untilInstalled = new ArrayList<>();
  private final List<Long> script = new ArrayList<>();

  OverheadBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("overhead: " + Measure.machine());
    try (FixtureIndex index = FixtureIndex.start()) {
      out.println("the smallest wheels:");
      measure(index);
      index.add(HeavyWheel.build());
      out.println(
          "with a package of "
              + HeavyWheel.MODULES
              + " modules and "
              + HeavyWheel.LIBRARY_MEGABYTES
              + " MB:");
      requirements = List.of("--require=" + HeavyWheel.PROJECT);
      measure(index);
    }
  }

  private void measure(FixtureIndex index) throws Exception {
    for (int round = 0; round <= ROUNDS; round++) {
      Path folder = Files.createTempDirectory("megatron-setup-bench-");
      try {
        program(Files.createDirectory(folder.resolve("a")), index.url());
        script(Files.createDirectory(folder.resolve("b")), index.url());
      } finally {
        Measure.delete(folder);
      }
      if (round == 0) {
        // the first round warms the system's file cache
        List.of(whole, untilFirstStep, untilInstalled, script).forEach(List::clear);
      }
    }
    report();
  }

  private List<String> arguments(String what, Path home, String index) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                LAUNCHER.toString(),
                what,
                "--release=stable:0.15.3",
                "--extras=dev",
                "--venv=" + home.resolve("env"),
                "--index-url=" + index));
    arguments.addAll(requirements);
    return arguments;
  }

  private static ProcessBuilder builder(List<String> command, Path home) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    CleanEnvironment.apply(builder, home);
    builder.redirectError(home.resolve("errors").toFile());
    return builder;
  }

  private void program(Path home, String index) throws IOException, InterruptedException {
    List<String> command = arguments("install", home, index);
    command.addAll(List.of("--json", "--yes"));
    long start = System.nanoTime();
    long firstStep = 0;
    long lastStep = 0;
    Process process = builder(command, home).start();
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();
      while (line != null) {
        JsonNode event = Json.mapper().readTree(line);
        if (event.path("event").asText().equals("step")) {
          lastStep = System.nanoTime() - start;
          firstStep = firstStep == 0 ? lastStep : firstStep;
        }
        line = reader.readLine();
      }
    }
    succeed(process, home);
    whole.add(System.nanoTime() - start);
    untilFirstStep.add(firstStep);
    untilInstalled.add(lastStep);
  }

  private void script(Path home, String index) throws IOException, InterruptedException {
    List<String> plan = arguments("plan", home, index);
    plan.add("--format=sh");
    Path file = home.resolve("install.sh");
    succeed(builder(plan, home).redirectOutput(file.toFile()).start(), home);
    long start = System.nanoTime();
    succeed(
        builder(List.of("bash", file.toString()), home)
            .redirectOutput(home.resolve("output").toFile())
            .start(),
        home);
    script.add(System.nanoTime() - start);
  }

  private static void succeed(Process process, Path home) throws IOException, InterruptedException {
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("exit " + exit + ": " + Files.readString(home.resolve("errors")));
    }
  }

  private void report() {
    double bash = Measure.median(script);
    out.println("  medians of " + ROUNDS + ", in turn:");
    out.println("  script by bash: " + Measure.millis(bash));
    say("install, all steps done", untilInstalled, bash);
    say("install, validated, program ended", whole, bash);
    out.println(
        "  of it, before the first step: " + Measure.millis(Measure.median(untilFirstStep)));
  }

  private void say(String what, List<Long> times, double bash) {
    double median = Measure.median(times);
    out.println(
        "  "
            + what
            + ": "
            + Measure.millis(median)
            + ", ratio "
            + Measure.ratio(median, bash)
            + " (bound 1.10)");
  }
}
