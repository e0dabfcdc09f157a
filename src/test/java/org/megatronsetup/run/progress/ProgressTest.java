package org.megatronsetup.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.run.progress.ProgressState.Unit;

/** The samples are what the tools really printed. */
final class ProgressTest {

  private static String sample(String name) throws IOException {
    try (InputStream in = ProgressTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Every state that the output leads to, fed in pieces of single lines. */
  private static List<ProgressState> states(String output) {
    Progress progress = new Progress();
    List<ProgressState> states = new ArrayList<>();
    for (String piece : output.split("(?<=[\r\n])")) {
      progress.accept(piece).ifPresent(states::add);
    }
    return states;
  }

  private static List<String> labels(List<ProgressState> states) {
    return states.stream().map(ProgressState::label).distinct().toList();
  }

  private static ProgressState items(String label, long done, long total) {
    return new ProgressState(label, done, total, Unit.ITEMS);
  }

  @Test
  void pipCountsBytesAndBuildsAndInstalls() throws IOException {
    List<ProgressState> states = states(sample("/progress/pip-raw.txt"));
    assertThat(labels(states))
        .containsExactly(
            "Collecting fixpkg-1.0.tar.gz",
            "Installing build dependencies",
            "Getting requirements to build",
            "Preparing metadata",
            "Collecting six",
            "Downloading six 1.17.0",
            "Collecting numpy",
            "Downloading numpy 2.4.6",
            "Downloading numpy 2.3.5",
            "Building fixpkg",
            "Installing 3 packages",
            "Installed 3 packages");
    assertThat(states)
        .contains(
            new ProgressState("Downloading numpy 2.3.5", 262_144, 16_897_903, Unit.BYTES),
            items("Building fixpkg", 0, 1),
            items("Building fixpkg", 1, 1))
        .endsWith(items("Installed 3 packages", 3, 3));
    assertThat(states.getFirst().fraction()).isEmpty();
    assertThat(states.getLast().fraction()).hasValue(1);
  }

  @Test
  void anOlderPipSaysWhatButNotHowFar() throws IOException {
    List<ProgressState> states = states(sample("/progress/pip-old-default.txt"));
    assertThat(states)
        .contains(new ProgressState("Downloading numpy 2.3.5", 0, 0, Unit.NONE))
        .endsWith(items("Installed 3 packages", 3, 3));
  }

  @Test
  void pipClones() throws IOException {
    assertThat(labels(states(sample("/progress/pip-git.txt"))))
        .contains("Cloning file:///home/user/gitpkg", "Building fixpkg");
  }

  @Test
  void uvSaysWhatIsUnderWay() throws IOException {
    List<ProgressState> states = states(sample("/progress/uv.txt"));
    assertThat(labels(states))
        .containsExactly(
            "Updating file:///srv/mirror/Megatron-LM.git",
            "Updated file:///srv/mirror/Megatron-LM.git",
            "Resolved 32 packages",
            "Building megatron-core",
            "Built megatron-core",
            "Prepared 1 package",
            "Installed 1 package");
  }

  @Test
  void uvDownloadsSeveralAtATime() {
    List<ProgressState> states =
        states(
            """
            Downloading torch (846.0MiB)
            Downloading triton (149.0MiB)
             Downloaded triton
             Downloaded torch
            Prepared 2 packages in 12.30s
            """);
    assertThat(labels(states))
        .containsExactly(
            "Downloading torch", "Downloading triton", "Downloaded torch", "Prepared 2 packages");
    assertThat(states.get(2).label()).isEqualTo("Downloading torch");
  }

  @Test
  void uvOnATerminalCounts() throws IOException {
    assertThat(states(sample("/log/uv-tty.txt")))
        .contains(
            items("Preparing packages", 0, 1),
            items("Installing packages", 1, 1),
            items("Installed 1 package", 1, 1));
  }

  @Test
  void gitCounts() throws IOException {
    List<ProgressState> states = states(sample("/progress/git-clone.txt"));
    assertThat(labels(states))
        .containsExactly("Counting objects", "Compressing objects", "Receiving objects");
    assertThat(states).endsWith(items("Receiving objects", 402, 402));
  }

  @Test
  void aptFetchesUnpacksAndSetsUp() throws IOException {
    List<ProgressState> states = states(sample("/progress/apt.txt"));
    assertThat(states)
        .contains(
            new ProgressState("Downloading packages", 53_100, 66_300, Unit.BYTES),
            new ProgressState("Reading database", 45, 100, Unit.PERCENT),
            items("Unpacking packages", 1, 2),
            items("Unpacking packages", 2, 2))
        .endsWith(items("Setting up packages", 2, 2));
  }

  @Test
  void ninjaCounts() throws IOException {
    List<ProgressState> states = states(sample("/progress/ninja.txt"));
    assertThat(states).hasSize(8).startsWith(items("Compiling", 1, 8));
    assertThat(states.getLast()).isEqualTo(items("Compiling", 8, 8));
  }

  @Test
  void makeTellsPercents() {
    assertThat(states("[ 12%] Building CXX object a.o\n[100%] Built target a\n"))
        .containsExactly(
            new ProgressState("Compiling", 12, 100, Unit.PERCENT),
            new ProgressState("Compiling", 100, 100, Unit.PERCENT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/progress/image-docker.txt", "/progress/image-podman.txt"})
  void imagesAreCountedInBytes(String name) throws IOException {
    List<ProgressState> states = states(sample(name));
    assertThat(labels(states)).containsExactly("Fetching the image");
    assertThat(states).hasSize(5).allMatch(state -> state.unit() == Unit.BYTES);
    assertThat(states.getLast().fraction()).hasValue(1);
  }

  @Test
  void imagesWithoutSizesAreCountedInLayers() throws IOException {
    assertThat(states("Image: layers 1/3\rImage: layers 2/3, 12345 bytes\r"))
        .containsExactly(items("Fetching the image", 1, 3), items("Fetching the image", 2, 3));
    assertThat(states("Image: layers 1\rImage: layers 2, 12345678 bytes\r"))
        .containsExactly(
            new ProgressState("Fetching the image", 0, 0, Unit.NONE),
            new ProgressState("Fetching the image, 12 MB so far", 0, 0, Unit.NONE));
    assertThat(states(sample("/progress/docker-pull-plain.txt")))
        .startsWith(items("Fetching the image", 0, 3))
        .endsWith(items("Fetching the image", 3, 3));
    assertThat(states(sample("/progress/podman-pull-plain.txt")))
        .startsWith(new ProgressState("Fetching the image", 0, 0, Unit.NONE))
        .endsWith(items("Fetching the image", 3, 3));
  }

  @Test
  void bytesAfterLayersAreNoOtherPart() {
    assertThat(
            states(
                "Image: layers 1/3\rImage: layers 1/3, 5/9 bytes\rImage: layers 2/3, 7/9 bytes\r"))
        .containsExactly(
            items("Fetching the image", 1, 3),
            new ProgressState("Fetching the image", 5, 9, Unit.BYTES),
            new ProgressState("Fetching the image", 7, 9, Unit.BYTES));
  }

  @Test
  void layersThatAreThereAreDone() {
    assertThat(
            states(
                """
                0123456789ab: Already exists
                0123456789ac: Pulling fs layer
                0123456789ac: Verifying Checksum
                0123456789ac: Pull complete
                """))
        .containsExactly(items("Fetching the image", 1, 2), items("Fetching the image", 2, 2));
  }

  @Test
  void aBarNeverRunsBackwards() {
    assertThat(states("[3/8] a\n[2/8] b\n[4/8] c\n"))
        .containsExactly(items("Compiling", 3, 8), items("Compiling", 4, 8));
  }

  @Test
  void aCountThatBeginsAnewIsAnotherPart() {
    assertThat(states("[7/8] a\n[8/8] b\n[1/8] c\n[1/3] d\n"))
        .containsExactly(
            items("Compiling", 7, 8),
            items("Compiling", 8, 8),
            items("Compiling, part 2", 1, 8),
            items("Compiling, part 3", 1, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/progress/pip-raw.txt",
        "/progress/pip-old-default.txt",
        "/progress/pip-git.txt",
        "/progress/uv.txt",
        "/progress/git-clone.txt",
        "/progress/apt.txt",
        "/progress/ninja.txt",
        "/progress/image-docker.txt",
        "/progress/image-podman.txt",
        "/progress/docker-pull-plain.txt",
        "/progress/podman-pull-plain.txt",
        "/log/uv-tty.txt"
      })
  void neverGoesBackWithinALabelHoweverItIsCut(String name) throws IOException {
    String output = sample(name);
    List<ProgressState> whole = states(output);
    Progress progress = new Progress();
    Map<String, Long> reached = new HashMap<>();
    Random random = new Random(3);
    for (int at = 0; at < output.length(); ) {
      int to = Math.min(output.length(), at + 1 + random.nextInt(9));
      progress
          .accept(output.substring(at, to))
          .ifPresent(
              state ->
                  assertThat(state.done())
                      .isGreaterThanOrEqualTo(reached.getOrDefault(state.label(), 0L))
                      .isLessThanOrEqualTo(Math.max(state.total(), 0))
                      .satisfies(done -> reached.put(state.label(), done)));
      at = to;
    }
    assertThat(progress.current()).contains(whole.getLast());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Progress 1 of\n",
        "Progress report of the year\n",
        "Downloading is fun\n",
        "[tool.poetry]\n",
        "Installed\n",
        "[999999999999/8] x\n",
        "Processing\n",
        "Image: layers many\n",
        "Image: layers 1/2, 5/ bytes\n",
        "cafe: Pull complete\n",
        "\n\r\r\n   \n"
      })
  void whatIsNoProgressSaysNothing(String output) {
    assertThat(states(output).stream().filter(state -> state.total() > 0)).isEmpty();
  }

  @Test
  void longLinesCostNothing() {
    Progress progress = new Progress();
    for (int i = 0; i < 100; i++) {
      progress.accept("x".repeat(100_000));
    }
    assertThat(progress.accept("\n[1/2] a\n")).contains(items("Compiling", 1, 2));
  }
}
