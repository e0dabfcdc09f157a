package org.megatronsetup.run.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/**
 * What this program's {@code pull.sh} prints, and what Docker and Podman print by themselves
 * without a terminal: layers with names, and no sizes.
 */
final class ImageProgress implements ProgressReader {

  private static final long MB = 1_000_000;
  private static final String DIGITS = "(\\d{1,18})";
  private static final Pattern OURS =
      Pattern.compile(
          "Image: layers "
              + DIGITS
              + "(?:/"
              + DIGITS
              + ")?(?:, "
              + DIGITS
              + "(?:/"
              + DIGITS
              + ")? bytes)?");
  private static final Pattern DOCKER =
      Pattern.compile(
          "([0-9a-f]{12}): (Pulling fs layer|Waiting|Verifying Checksum|Download complete|"
              + "Pull complete|Already exists)");
  private static final Pattern PODMAN =
      Pattern.compile("Copying blob (?:sha256:)?([0-9a-f]{12})[0-9a-f]*( .*(?:done|skipped).*)?");
  private static final String PODMAN_AFTER_THE_LAYERS = "Copying config ";

  /** Layers by name, and whether they are there. */
  private final Map<String, Boolean> layers = new HashMap<>();

  @Override
  public Optional<ProgressState> read(String line) {
    if (line.startsWith("Image: ")) {
      Matcher ours = OURS.matcher(line);
      return ours.matches() ? Optional.of(ours(ours)) : Optional.empty();
    }
    Matcher docker = DOCKER.matcher(line);
    return docker.matches() ? docker(docker.group(1), docker.group(2)) : podman(line);
  }

  /** All layers are named before the first of them comes; until then nobody knows how many. */
  private Optional<ProgressState> docker(String layer, String said) {
    boolean exists = said.startsWith("Already");
    layers.merge(layer, exists || said.startsWith("Pull complete"), (a, b) -> a || b);
    return exists || said.startsWith("Pulling") || said.equals("Waiting")
        ? Optional.empty()
        : Optional.of(ProgressState.items(label(), there(), layers.size()));
  }

  private static ProgressState ours(Matcher line) {
    long layers = number(line.group(2));
    long bytes = number(line.group(3));
    long total = number(line.group(4));
    if (total > 0) {
      return ProgressState.bytes(label(), Math.min(bytes, total), total);
    }
    return layers > 0 ? ProgressState.items(label(), number(line.group(1)), layers) : soFar(bytes);
  }

  private static String label() {
    return Words.of("run.progress.image");
  }

  private static ProgressState soFar(long bytes) {
    return ProgressState.open(
        bytes < MB ? label() : Words.of("run.progress.image.bytes", bytes / MB));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** It does not say beforehand how many layers there are. */
  private Optional<ProgressState> podman(String line) {
    Matcher blob = PODMAN.matcher(line);
    if (blob.matches()) {
      layers.merge(blob.group(1), blob.group(2) != null, (a, b) -> a || b);
      return Optional.of(soFar(0));
    }
    if (line.startsWith(PODMAN_AFTER_THE_LAYERS) && !layers.isEmpty()) {
      layers.replaceAll((_, _) -> true);
      return Optional.of(ProgressState.items(label(), layers.size(), layers.size()));
    }
    return Optional.empty();
  }

  private int there() {
    return (int) layers.values().stream().filter(there -> there).count();
  }
}
