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
import org.megatronsetup.words.Words;

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
                    ? Words.of("plan.container-name-form.sentence.empty")
                    : Words.of("plan.container-name-form.sentence", JsonFields.shown(name)),
                Words.of("plan.container-name-form.cause"),
                Words.of("plan.container-name-form.next", Target.Container.DEFAULT_NAME)));
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
                Words.of("plan.gpus-form.sentence", JsonFields.shown(gpus)),
                Words.of("plan.gpus-form.cause"),
                Words.of("plan.gpus-form.next")));
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
              Words.of("plan.mount-over-the-image.sentence", target),
              Words.of("plan.mount-over-the-image.cause"),
              Words.of("plan.mount-over-the-image.next")));
    } else if (!targets.add(target)) {
      problems.add(
          Problem.answers(
              "mount-twice",
              targetField,
              Words.of("plan.mount-twice.sentence", target),
              Words.of("plan.mount-twice.cause"),
              Words.of("plan.mount-twice.next")));
    }
  }

  private static boolean isOfTheImage(String target) {
    return OF_THE_IMAGE.contains(target)
        || target.startsWith("/proc/")
        || target.startsWith("/sys/");
  }

  private static Optional<Problem> path(String path, String field) {
    if (path.indexOf(',') >= 0) {
      return Optional.of(notAllowed(Words.of("plan.path-not-allowed.sentence", ","), field));
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
        Words.of("plan.path-not-allowed.cause.mount"),
        Words.of("plan.path-not-allowed.next.mount"));
  }

  private static Problem root(String field) {
    return Problem.answers(
        "mount-of-the-root",
        field,
        Words.of("plan.mount-of-the-root.sentence"),
        Words.of("plan.mount-of-the-root.cause"),
        Words.of("plan.mount-of-the-root.next"));
  }
}
