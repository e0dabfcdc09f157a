package org.megatronsetup.container;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** Asks registries, through the engine of a host and with its logins, how large images are. */
public final class ImageSizes {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private static final String PODMAN = "podman";
  private static final int UNREACHABLE = 13;

  private ImageSizes() {}

  /**
   * Fetches nothing; counts as one or two pulls where a registry limits them.
   *
   * @param host where the engine is
   * @param engineWords that call it, such as {@code sudo -n docker}
   * @param image name with a tag or digest
   * @return empty where this engine cannot ask, or where Docker's client does not reach the
   *     registry: its daemon, which fetches, may know another way
   * @throws SetupException if the registry has no such image for this host, refuses, limits, or
   *     cannot be reached by Podman
   * @throws ContactException if the host cannot be reached
   */
  public static Optional<ImageSize> ask(Shell host, List<String> engineWords, String image)
      throws ContactException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(image));
    arguments.addAll(engineWords);
    Shell.Finished ended = host.run(Scripts.load("container/image-size.sh", arguments), LIMIT);
    List<String> lines = new String(ended.output(), StandardCharsets.UTF_8).lines().toList();
    if (ended.exitStatus() == UNREACHABLE && !engineWords.getLast().endsWith(PODMAN)) {
      return Optional.empty();
    }
    return switch (ended.exitStatus()) {
      case 0 -> size(lines);
      case 10, 11, 12, UNREACHABLE, 15 ->
          throw new SetupException(problem(ended, image, engineWords, architectures(lines)));
      default -> Optional.empty();
    };
  }

  private static Optional<ImageSize> size(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(" "))
        .filter(words -> words.length == 3 && words[0].equals("size"))
        .findFirst()
        .map(
            words ->
                new ImageSize(
                    Long.parseLong(words[1]), Integer.parseInt(words[2]), architectures(lines)));
  }

  private static List<String> architectures(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("architectures "))
        .findFirst()
        .map(line -> List.of(line.substring("architectures ".length()).strip().split(" ")))
        .orElse(List.of());
  }

  private static Problem problem(
      Shell.Finished ended, String image, List<String> engineWords, List<String> architectures) {
    String engine = String.join(" ", engineWords);
    String said = new String(ended.errors(), StandardCharsets.UTF_8).strip();
    return switch (ended.exitStatus()) {
      case 10 -> PullProblems.notFound(image);
      case 11 -> PullProblems.refused(image, engine);
      case 12 -> PullProblems.limited(image, engine);
      case 15 -> PullProblems.otherArchitecture(image, architectures);
      default -> PullProblems.unreachable(image, said);
    };
  }
}
