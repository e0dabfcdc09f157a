package org.megatronsetup.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/**
 * A plan as a Dockerfile that builds an image with the same result: one {@code RUN} for each step,
 * with the step's own commands. Docker's old builder, BuildKit and buildah take it, as long as no
 * login is needed: that comes as a build secret, which the old builder does not have.
 */
public final class DockerfileExport {
  /** The build secret that holds a netrc file with the logins of indexes and repositories. */
  public static final String SECRET = "megatron_setup_netrc";

  private static final String MOUNT =
      "--mount=type=secret,id=" + SECRET + ",target=/root/.netrc,required=true";

  /** Options of pip and uv whose next word belongs to them. */
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--progress-bar",
          "--index-url",
          "--extra-index-url",
          "--index-strategy",
          "--find-links",
          "--python",
          "--prerelease",
          "--reinstall-package");

  private DockerfileExport() {}

  /** The Dockerfile for sources that need no login. */
  public static String render(Plan plan, String image) {
    return render(plan, image, false);
  }

  /**
   * The Dockerfile, ending in a newline.
   *
   * @param image that it builds on
   * @param logins whether an index or a repository in use needs a login
   * @throws IllegalArgumentException for an image that is no name, or a step that cannot be written
   */
  public static String render(Plan plan, String image, boolean logins) {
    if (!image.matches("[A-Za-z0-9][A-Za-z0-9._/:@-]*")) {
      throw new IllegalArgumentException("not the name of an image: " + image);
    }
    StringBuilder file = new StringBuilder();
    header(file, plan, logins);
    from(file, image);
    file.append('\n');
    Comments.add(file, Words.of("export.dockerfile.cache"));
    file.append("ENV PIP_NO_CACHE_DIR=1");
    file.append(
        plan.steps().stream().anyMatch(DockerfileExport::usesUv) ? " UV_NO_CACHE=1\n" : "\n");
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      file.append('\n');
      Comments.add(file, number + "/" + plan.steps().size() + " " + step.title());
      Comments.add(file, step.why());
      run(file, step, logins);
    }
    return file.toString();
  }

  private static void header(StringBuilder file, Plan plan, boolean logins) {
    String core = ("Megatron Core " + plan.expectedVersion()).strip();
    Comments.add(
        file, Words.of("export.dockerfile.head", core, plan.environmentRoot(), plan.python()));
    Comments.add(file, Words.of("export.dockerfile.made-by"));
    if (plan.needsRoot()) {
      Comments.add(file, Words.of("export.dockerfile.root"));
    }
    Set<String> folders = folders(plan);
    if (!folders.isEmpty()) {
      Comments.add(file, Words.of("export.dockerfile.folders", String.join(", ", folders)));
    }
    plan.notes().forEach(note -> Comments.add(file, Words.of("export.note", note)));
    if (logins) {
      Comments.add(file, Words.of("export.dockerfile.logins"));
      file.append("#   docker build --secret id=" + SECRET + ",src=FILE -t megatron-core .\n");
      file.append("#   podman build --secret id=" + SECRET + ",src=FILE -t megatron-core .\n");
    }
    file.append('\n');
  }

  private static void from(StringBuilder file, String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    if (!image.contains("@") && !name.contains(":")) {
      Comments.add(file, Words.of("export.dockerfile.no-tag"));
      file.append("# hadolint ignore=DL3006\n");
    } else if (name.endsWith(":latest")) {
      Comments.add(file, Words.of("export.dockerfile.latest"));
      file.append("# hadolint ignore=DL3007\n");
    }
    file.append("FROM ").append(image).append('\n');
  }

  private static void run(StringBuilder file, Step step, boolean logins) {
    List<String> lines = new ArrayList<>(List.of("set -e;"));
    lines.addAll(RunLines.of(ShellText.render(step.commands())));
    boolean apt = lines.stream().anyMatch(l -> l.strip().startsWith("apt-get update"));
    if (apt) {
      lines.set(lines.size() - 1, lines.getLast() + ";");
      lines.add("rm -rf /var/lib/apt/lists/*");
    }
    ignore(file, step, lines);
    file.append("RUN ");
    if (logins && installs(step)) {
      file.append(MOUNT).append(" \\\n    ");
    }
    file.append(String.join(" \\\n    ", lines)).append('\n');
  }

  /** What a linter would ask for, and the guide does otherwise on purpose. */
  private static void ignore(StringBuilder file, Step step, List<String> lines) {
    if (lines.stream().anyMatch(l -> l.strip().startsWith("apt-get install"))) {
      Comments.add(file, Words.of("export.dockerfile.apt"));
      file.append("# hadolint ignore=DL3008,DL3015\n");
    } else if (pips(step).anyMatch(DockerfileExport::leavesVersionsOpen)) {
      Comments.add(file, Words.of("export.dockerfile.newest"));
      file.append("# hadolint ignore=DL3013\n");
    }
  }

  private static Stream<List<String>> pips(Step step) {
    return step.commands().stream()
        .flatMap(
            c -> c instanceof Command.Exec(List<String> argv) ? Stream.of(argv) : Stream.empty())
        .filter(argv -> argv.contains("install") && argv.contains("pip"));
  }

  private static boolean installs(Step step) {
    return pips(step).findAny().isPresent();
  }

  private static boolean usesUv(Step step) {
    return pips(step).anyMatch(argv -> argv.getFirst().endsWith("/uv"));
  }

  /** Whether one of the packages is named without a version. */
  private static boolean leavesVersionsOpen(List<String> argv) {
    boolean open = false;
    for (int i = argv.indexOf("install") + 1; i < argv.size(); i++) {
      if (WITH_VALUE.contains(argv.get(i))) {
        i++;
      } else {
        open |= argv.get(i).matches("[A-Za-z0-9][A-Za-z0-9._-]*(\\[[^]]*\\])?");
      }
    }
    return open;
  }

  /** Folders of wheels and repositories by path that the commands name. */
  private static Set<String> folders(Plan plan) {
    Set<String> folders = new LinkedHashSet<>();
    plan.steps().stream()
        .flatMap(DockerfileExport::pips)
        .forEach(
            argv -> {
              for (int i = 0; i < argv.size(); i++) {
                String word = argv.get(i);
                if (word.equals("--find-links") && argv.get(i + 1).startsWith("/")) {
                  folders.add(argv.get(i + 1));
                }
                int at = word.indexOf("file://");
                if (at >= 0) {
                  folders.add(
                      word.substring(at + 7)
                          .replaceFirst("^localhost", "")
                          .replaceFirst("@[0-9a-f]+$", ""));
                }
              }
            });
    return folders;
  }
}
