package org.megatronsetup.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.Required;

/** {@code pull.sh} with both engines and a registry that is slow, stalls and refuses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class PullScriptTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/target/container");
  private static final Pattern TOLD =
      Pattern.compile("Image: layers (\\d+)(?:/(\\d+))?(?:, (\\d+)(?:/(\\d+))? bytes)?");
  private static final FixtureImage IMAGE = FixtureImage.of("amd64", 1, 5_000, 400_000, 700_000);

  @TempDir private static Path folder;
  private RealDocker docker;
  private RealPodman podman;

  @BeforeAll
  void engines() throws Exception {
    Required.tools("script", "dash");
    docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
    podman = RealPodman.start(Files.createDirectory(folder.resolve("p")));
  }

  @AfterAll
  void end() {
    if (docker != null) {
      docker.close();
    }
    if (podman != null) {
      podman.close();
    }
  }

  private RealEngine engine(String name) {
    return name.equals("docker") ? docker : podman;
  }

  /** A pull that goes on. */
  private record Pull(Process process, Path output, Path run) {
    String text() throws IOException {
      return Files.readString(output);
    }

    List<Matcher> told() throws IOException {
      List<Matcher> told = new ArrayList<>();
      for (String line : text().split("[\r\n]")) {
        Matcher matcher = TOLD.matcher(line);
        if (matcher.matches()) {
          told.add(matcher);
        }
      }
      return told;
    }

    int waitFor() throws InterruptedException {
      return process.waitFor();
    }
  }

  private Pull start(String sh, boolean sizes, String image, List<String> words, String path)
      throws Exception {
    Path run = Files.createTempDirectory(folder, "run");
    Path tools = Files.createDirectory(run.resolve("tools"));
    Files.copy(SCRIPTS.resolve("pull.sh"), tools.resolve("pull.sh"));
    if (sizes) {
      Files.copy(SCRIPTS.resolve("image-size.sh"), tools.resolve("image-size.sh"));
    }
    List<String> command = new ArrayList<>(List.of("setsid", sh, "tools/pull.sh", image));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(run.toFile()).redirectErrorStream(true);
    CleanEnvironment.apply(builder, run);
    builder.environment().put("MEGATRON_SETUP_RUN", run.toString());
    builder.environment().put("PATH", path);
    // whatever the person's own shell is, it is not asked
    builder.environment().put("SHELL", "/bin/false");
    Path output = run.resolve("output");
    return new Pull(builder.redirectOutput(output.toFile()).start(), output, run);
  }

  private Pull start(String sh, String image, RealEngine engine) throws Exception {
    return start(sh, false, image, engine.words(), RealEngine.PATH);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"dash, docker", "bash, docker", "dash, podman", "bash, podman"})
  void countsBytesAndNeverGoesBack(String sh, String name) throws Exception {
    try (FixtureRegistry registry = FixtureRegistry.start()) {
      registry.slow(250_000);
      String image = registry.put("a/b", "1", IMAGE);
      podman.trust(registry.address());
      Pull pull = start(sh, image, engine(name));
      assertThat(pull.waitFor()).as(pull.text()).isZero();
      long before = 0;
      long layers = 0;
      for (Matcher told : pull.told()) {
        long bytes = told.group(3) == null ? 0 : Long.parseLong(told.group(3));
        assertThat(bytes).isGreaterThanOrEqualTo(before);
        assertThat(Long.parseLong(told.group(1))).isGreaterThanOrEqualTo(layers);
        before = bytes;
        layers = Long.parseLong(told.group(1));
      }
      // what engines draw is rounded
      assertThat(before).isBetween(IMAGE.compressed() * 9 / 10, IMAGE.compressed() * 11 / 10);
      assertThat(pull.told()).hasSizeBetween(3, 30);
      assertThat(pull.told().getLast().group(2)).isEqualTo("3");
      assertThat(pull.text()).doesNotContain("\u001b", "Script started", "[=");
      assertThat(pull.run().toFile().list()).containsExactlyInAnyOrder("tools", "output");
      engine(name).run("rmi", image);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void withoutATerminalLayersAreNamed(String name) throws Exception {
    try (FixtureRegistry registry = FixtureRegistry.start()) {
      String image = registry.put("a/b", "1", IMAGE);
      podman.trust(registry.address());
      Pull pull = start("dash", false, image, engine(name).words(), withoutScript());
      assertThat(pull.waitFor()).as(pull.text()).isZero();
      assertThat(pull.text()).endsWith("\nImage: layers 3/3\n").doesNotContain("Pulling fs");
      engine(name).run("rmi", image);
    }
  }

  /** A PATH with all that the script needs but a terminal. */
  private static String withoutScript() throws IOException {
    Path bin = folder.resolve("few");
    if (!Files.exists(bin)) {
      Files.createDirectory(bin);
      for (String tool :
          List.of(
              "sh", "dash", "dirname", "mktemp", "rm", "grep", "tail", "wc", "cat", "tr", "awk",
              "sleep", "env", "runc")) {
        Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
      }
    }
    return bin.toString();
  }

  @ParameterizedTest
  @CsvSource({"docker, TERM", "docker, INT", "podman, TERM", "docker, KILL"})
  void aCancelEndsTheFetchingAndASecondPullCompletesIt(String name, String signal)
      throws Exception {
    try (FixtureRegistry registry = FixtureRegistry.start()) {
      String image = registry.put("a/b", "1", IMAGE);
      podman.trust(registry.address());
      registry.stall(Optional.of(IMAGE.layers().get(1).digest()));
      Pull pull = start("dash", image, engine(name));
      await(
          () -> {
            try {
              return pull.told().stream().anyMatch(m -> Integer.parseInt(m.group(1)) >= 1);
            } catch (IOException e) {
              throw new AssertionError(e);
            }
          });
      assertThat(
              new ProcessBuilder("kill", "-s", signal, "--", "-" + pull.process().pid())
                  .inheritIO()
                  .start()
                  .waitFor())
          .isZero();
      assertThat(pull.waitFor()).isNotZero();
      await(
          () ->
              ProcessHandle.allProcesses()
                  .noneMatch(p -> p.info().commandLine().orElse("").contains(" pull " + image)));
      registry.stall(Optional.empty());
      Pull second = start("dash", image, engine(name));
      assertThat(second.waitFor()).as(second.text()).isZero();
      // Docker keeps layers of whole images only, Podman every whole layer
      assertThat(registry.asked(IMAGE.layers().get(0).digest()))
          .isEqualTo(name.equals("podman") ? 1 : 2);
      engine(name).run("rmi", image);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void withSizesOfTheRegistryTheTotalIsExactFromTheStart(String name) throws Exception {
    try (FixtureRegistry registry = FixtureRegistry.start()) {
      registry.slow(400_000);
      String image = registry.put("a/b", "1", IMAGE);
      podman.trust(registry.address());
      Pull pull = start("dash", true, image, engine(name).words(), RealEngine.PATH);
      assertThat(pull.waitFor()).as(pull.text()).isZero();
      String total = String.valueOf(IMAGE.compressed());
      assertThat(pull.told())
          .isNotEmpty()
          .allSatisfy(told -> assertThat(told.group(4)).isEqualTo(total))
          .allSatisfy(told -> assertThat(told.group(2)).isEqualTo("3"));
      assertThat(pull.told().getLast().group(3)).isEqualTo(total);
      engine(name).run("rmi", image);
    }
  }

  @Test
  void theEnginesOwnWordsAreKept() throws Exception {
    try (FixtureRegistry registry = FixtureRegistry.start()) {
      Pull pull = start("dash", registry.address() + "/a/b:2", docker);
      assertThat(pull.waitFor()).isEqualTo(1);
      assertThat(pull.text()).contains("manifest unknown");
    }
  }

  @Test
  void noWordBecomesText() throws Exception {
    Path proof = folder.resolve("proof");
    Pull pull =
        start(
            "dash",
            false,
            "x'\"$(touch " + proof + ")`touch " + proof + "`; touch " + proof,
            List.of("printf", "<%s>\\n", "a b", "$HOME", "'"),
            RealEngine.PATH);
    assertThat(pull.waitFor()).isZero();
    assertThat(proof).doesNotExist();
    assertThat(pull.text()).contains("<a b>", "<$HOME>", "<'>", "<pull>", "<x'\"$(touch ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void shellcheckHasNothingToSay(String dialect) throws Exception {
    Required.tools("shellcheck");
    List<String> command = new ArrayList<>(List.of("shellcheck", "-s", dialect));
    try (var files = Files.list(SCRIPTS)) {
      files.map(Path::toString).filter(f -> f.endsWith(".sh")).sorted().forEach(command::add);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
