package org.megatronsetup.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/**
 * A whole install in a container that runs already, by the packaged launcher, against the same
 * commands by hand: a {@code docker exec} for each step. The same index, fresh environments, in
 * turn. What the program does beside, such as looking at host and container, counts.
 */
final class ContainerBench {
  private static final int ROUNDS = 5;
  private static final String NAME = "bench";
  private static final Path LAUNCHER =
      Path.of("target/megatron-setup/bin/megatron-setup").toAbsolutePath();

  private final PrintStream out;
  private final List<Long> untilInstalled = new ArrayList<>();
  private final List<Long> steps = new ArrayList<>();
  private final List<Long> byHand = new ArrayList<>();

  ContainerBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("container: " + Measure.machine());
    Path folder = Files.createTempDirectory("mcs");
    try (RealDocker docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
        FixtureIndex index = FixtureIndex.start()) {
      TestImages.ngc(docker, "image:1");
      docker.run(
          "run",
          "--detach",
          "--init",
          "--network=host",
          "--name",
          NAME,
          "image:1",
          "sleep",
          "9999");
      index.add(HeavyWheel.build());
      for (int round = 0; round <= ROUNDS; round++) {
        if (round == 1) {
          // the first round warms the system's file cache
          List.of(untilInstalled, steps, byHand).forEach(List::clear);
        }
        Path home = Files.createDirectory(folder.resolve("h" + round));
        program(docker, home, index.url(), round);
        hand(docker, home, index.url(), round);
        docker.run("exec", NAME, "rm", "-rf", "/opt/a" + round, "/opt/b" + round);
      }
    } finally {
      Measure.delete(folder);
    }
    double hand = Measure.median(byHand);
    out.println("  medians of " + ROUNDS + ", in turn:");
    out.println("  by hand, a docker exec for each step: " + Measure.millis(hand));
    say("the steps alone", steps, hand);
    say("install, from start to its last step", untilInstalled, hand);
  }

  private void say(String what, List<Long> times, double hand) {
    double median = Measure.median(times);
    out.println(
        "  "
            + what
            + ": "
            + Measure.millis(median)
            + ", ratio "
            + Measure.ratio(median, hand)
            + " (bound 1.20)");
  }

  private ProcessBuilder builder(
      RealDocker docker, Path home, String what, String index, String venv, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                LAUNCHER.toString(),
                what,
                "--target=container",
                "--name=" + NAME,
                "--release=stable:0.15.3",
                "--extras=dev",
                "--require=" + HeavyWheel.PROJECT,
                "--venv=" + venv,
                "--index-url=" + index));
    command.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    CleanEnvironment.apply(builder, home);
    builder.environment().put("PATH", docker.bin() + ":" + System.getenv("PATH"));
    return builder.redirectError(home.resolve("errors").toFile());
  }

  private void program(RealDocker docker, Path home, String index, int round)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long first = 0;
    long last = 0;
    Process process =
        builder(docker, home, "install", index, "/opt/a" + round, "--json", "--yes").start();
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();
      while (line != null) {
        JsonNode event = Json.mapper().readTree(line);
        if (event.path("event").asText().equals("step")) {
          last = System.nanoTime();
          first = first == 0 ? last : first;
        }
        line = reader.readLine();
      }
    }
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(home.resolve("errors")));
    }
    steps.add(last - first);
    untilInstalled.add(last - start);
  }

  private void hand(RealDocker docker, Path home, String index, int round)
      throws IOException, InterruptedException {
    Path file = home.resolve("plan.json");
    Process planned =
        builder(docker, home, "plan", index, "/opt/b" + round, "--json")
            .redirectOutput(file.toFile())
            .start();
    if (planned.waitFor() != 0) {
      throw new IOException(Files.readString(home.resolve("errors")));
    }
    Plan plan =
        Json.mapper().treeToValue(Json.mapper().readTree(file.toFile()).path("plan"), Plan.class);
    long start = System.nanoTime();
    for (Step step : plan.steps()) {
      docker.run("exec", NAME, "sh", "-ec", ShellText.render(step.commands()));
    }
    byHand.add(System.nanoTime() - start);
  }
}
