package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;

/** Which containers may stand in answers: the rules of both engines, and no options. */
final class ContainerRules {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}");
  private static final Pattern GPUS = Pattern.compile("all|none|[0-9]{1,3}(?:,[0-9]{1,3}){0,63}");

  /** What an image cannot do without; a folder of the host over it would hide it. */
  private static final Set<String> OF_THE_IMAGE =
      Set.of(
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/lib",
          "/lib64",
          "/proc",
          "/run",
          "/sbin",
          "/sys",
          "/usr",
          "/usr/bin",
          "/usr/lib",
          "/usr/local",
          "/var");

  private ContainerRules() {}

  /** Everything but the host. */
  static List<Problem> check(Target.Container container) {
    List<Problem> problems = new ArrayList<>();
    container.image().flatMap(i -> ImageRules.check(i, "target.image")).ifPresent(problems::add);
    name(container.name()).ifPresent(problems::add);
    gpus(container.gpus()).ifPresent(problems::add);
    Set<String> targets = new HashSet<>();
    for (int i = 0; i < container.mounts().size(); i++) {
      mount(container.mounts().get(i), "target.mounts[" + i + "]", targets, problems);
    }
    container
        .commitTo()
        .flatMap(i -> ImageRules.checkKept(i, "target.commitTo"))
        .ifPresent(problems::add);
    return problems;
  }

  private static Optional<Problem> name(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            Problem.answers(
                "container-name-form",
                "target.name",
                name.isEmpty()
                    ? "The container has no name."
                    : "“" + JsonFields.shown(name) + "” is not the name of a container.",
                "Names are up to 128 letters from a to z, digits and _ . -, and begin with a letter"
                    + " or a digit.",
                "Choose another name, such as " + Target.Container.DEFAULT_NAME + "."));
  }

  private static Optional<Problem> gpus(String gpus) {
    String[] parts = gpus.split(",", -1);
    boolean twice = new HashSet<>(Arrays.asList(parts)).size() < parts.length;
    return GPUS.matcher(gpus).matches() && !twice
        ? Optional.empty()
        : Optional.of(
            Problem.answers(
                "gpus-form",
                "target.gpus",
                "“" + JsonFields.shown(gpus) + "” does not say which GPUs the container gets.",
                "It is “all”, “none”, or the numbers that nvidia-smi shows, each once.",
                "Write it as in all, none, 0 or 0,2."));
  }

  private static void mount(
      Mount mount, String field, Set<String> targets, List<Problem> problems) {
    path(mount.source(), field + ".source").ifPresent(problems::add);
    String targetField = field + ".target";
    Optional<Problem> form = path(mount.target(), targetField);
    String target = PathRules.plain(mount.target());
    if (form.isPresent()) {
      problems.add(form.get());
    } else if (isOfTheImage(target)) {
      problems.add(
          Problem.answers(
              "mount-over-the-image",
              targetField,
              "A folder of the host would take the place of the image's " + target + ".",
              "The programs of the image lie there, and it could not start without them.",
              "Choose a place of its own, such as /data or /checkpoints."));
    } else if (!targets.add(target)) {
      problems.add(
          Problem.answers(
              "mount-twice",
              targetField,
              "Two folders go to " + target + " in the container.",
              "Only one of them could be seen there.",
              "Give each folder a place of its own."));
    }
  }

  private static boolean isOfTheImage(String target) {
    return OF_THE_IMAGE.contains(target)
        || target.startsWith("/proc/")
        || target.startsWith("/sys/");
  }

  private static Optional<Problem> path(String path, String field) {
    if (path.indexOf(',') >= 0) {
      return Optional.of(notAllowed("The path holds “,”.", field));
    }
    if (path.equals("/")) {
      return Optional.of(root(field));
    }
    return PathRules.check(path, field)
        .map(p -> p.code().equals("path-not-allowed") ? notAllowed(p.sentence(), field) : p);
  }

  private static Problem notAllowed(String sentence, String field) {
    return Problem.answers(
        "path-not-allowed",
        field,
        sentence,
        "Engines separate the parts of a mount by colons and commas, and other signs could be taken"
            + " for something else on the way.",
        "Choose a path of letters, digits, spaces and ._-+@=%~/ only.");
  }

  private static Problem root(String field) {
    return Problem.answers(
        "mount-of-the-root",
        field,
        "A whole file system is neither mounted nor covered.",
        "A container that sees all of its host can break it; one whose root is hidden cannot"
            + " start.",
        "Name the folder that is needed, such as /data.");
  }
}
