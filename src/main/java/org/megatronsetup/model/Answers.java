package org.megatronsetup.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything the person chose. The wizard and the command line share its JSON form; there is never
 * a secret in it.
 *
 * @param extras names of extras that the release declares
 * @param requirements hand-picked PEP 508 requirements, installed beside the release
 * @param maxJobs parallel compilers ({@code MAX_JOBS}); empty: derived from cores and memory
 */
public record Answers(
    int schemaVersion,
    Target target,
    Release release,
    List<String> extras,
    List<String> requirements,
    Environment environment,
    SystemSteps systemSteps,
    Installer installer,
    Sources sources,
    Optional<Integer> maxJobs) {

  public static final int SCHEMA_VERSION = 1;

  public Answers {
    extras = List.copyOf(extras);
    requirements = List.copyOf(requirements);
  }

  /** Nothing but a target: for what is done before anything else is chosen. */
  public static Answers about(Target target) {
    return new Answers(
        SCHEMA_VERSION,
        target,
        new Release.Stable(Optional.empty()),
        List.of(),
        List.of(),
        new Environment.NewVenv("/", Optional.empty()),
        SystemSteps.NONE,
        Installer.PIP,
        Sources.defaults(),
        Optional.empty());
  }

  /** The same choices with other sources. */
  public Answers from(Sources others) {
    return new Answers(
        schemaVersion,
        target,
        release,
        extras,
        requirements,
        environment,
        systemSteps,
        installer,
        others,
        maxJobs);
  }

  /** The same choices for another environment. */
  public Answers into(Environment other) {
    return new Answers(
        schemaVersion,
        target,
        release,
        extras,
        requirements,
        other,
        systemSteps,
        installer,
        sources,
        maxJobs);
  }

  /** The same choices with other extras and requirements. */
  public Answers with(List<String> otherExtras, List<String> otherRequirements) {
    return new Answers(
        schemaVersion,
        target,
        release,
        otherExtras,
        otherRequirements,
        environment,
        systemSteps,
        installer,
        sources,
        maxJobs);
  }

  /** The same choices for another release. */
  public Answers at(Release other) {
    return new Answers(
        schemaVersion,
        target,
        other,
        extras,
        requirements,
        environment,
        systemSteps,
        installer,
        sources,
        maxJobs);
  }
}
