package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Mend;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.pep.PackageName;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.Requirement;

/**
 * Answers that put right what a check found, as near as can be to those that were given.
 *
 * @param added extras and requirements that are new in them; empty: the same plan once more
 */
public record Mending(Answers answers, List<String> added) {

  /**
   * An extra of the release that brings nothing else is chosen; otherwise a package is required as
   * the release's own extras bound it, or by its name alone where they do not know it.
   */
  public static Mending of(Mend mend, Answers answers, ReleaseMetadata release) {
    List<String> extras = new ArrayList<>(answers.extras());
    List<String> requirements = new ArrayList<>(answers.requirements());
    List<String> missing =
        mend.packages().stream().filter(name -> !required(answers, release, name)).toList();
    if (!missing.isEmpty()) {
      extraOf(release, missing)
          .ifPresentOrElse(
              extras::add, () -> missing.forEach(name -> requirements.add(bounded(release, name))));
    }
    List<String> added =
        Stream.concat(
                extras.stream().skip(answers.extras().size()),
                requirements.stream().skip(answers.requirements().size()))
            .toList();
    return new Mending(pinned(answers.with(extras, requirements), release), added);
  }

  /** At what was installed: nothing else changes because of it, such as to a newer version. */
  private static Answers pinned(Answers answers, ReleaseMetadata release) {
    return switch (answers.release()) {
      case Release.Stable(var version) ->
          answers.at(new Release.Stable(version.or(release::version)));
      case Release.PreRelease(var version) ->
          answers.at(new Release.PreRelease(version.or(release::version)));
      case Release.Commit(String ref) ->
          answers.at(new Release.Commit(release.commit().orElse(ref)));
    };
  }

  /** Whether the answers ask for a package already, so that the same plan would bring it. */
  private static boolean required(Answers answers, ReleaseMetadata release, String name) {
    return Stream.concat(
            answers.requirements().stream(),
            answers.extras().stream().flatMap(e -> Extras.requirements(release, e).stream()))
        .anyMatch(requirement -> sameName(requirement, name));
  }

  private static Optional<String> extraOf(ReleaseMetadata release, List<String> names) {
    return release.extras().entrySet().stream()
        .filter(extra -> !extra.getValue().isEmpty())
        .filter(
            extra ->
                extra.getValue().stream()
                        .allMatch(r -> names.stream().anyMatch(n -> sameName(r, n)))
                    && names.stream()
                        .allMatch(n -> extra.getValue().stream().anyMatch(r -> sameName(r, n))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static String bounded(ReleaseMetadata release, String name) {
    return release.extras().values().stream()
        .flatMap(List::stream)
        .filter(requirement -> sameName(requirement, name))
        .flatMap(requirement -> parsed(requirement).stream())
        .map(requirement -> requirement.withMarker(Optional.empty()).toString())
        .findFirst()
        .orElse(name);
  }

  private static boolean sameName(String requirement, String other) {
    return nameOf(requirement).equals(nameOf(other));
  }

  private static String nameOf(String requirement) {
    return parsed(requirement)
        .map(Requirement::normalizedName)
        .orElseGet(() -> PackageName.normalize(requirement));
  }

  private static Optional<Requirement> parsed(String requirement) {
    try {
      return Optional.of(Requirement.parse(requirement));
    } catch (PepException e) {
      return Optional.empty();
    }
  }
}
