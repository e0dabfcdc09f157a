package org.megatronsetup.index;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.WheelName;

/** What can be wrong with a version that was asked for, in plain words. */
final class VersionProblems {
  private static final String FIELD = "release.version";
  private static final String SHOW = "“megatron-setup versions” lists all there are.";

  private final List<Candidate> candidates;
  private final String places;

  /**
   * @param candidates newest first
   * @param places what to call where they were found
   */
  VersionProblems(List<Candidate> candidates, String places) {
    this.candidates = candidates;
    this.places = places;
  }

  Problem notAVersion(String text) {
    return Problem.answers(
        "not-a-version",
        FIELD,
        "“" + text + "” is not a version.",
        "A version is numbers with dots between them, such as 0.15.3 or 0.16.0rc1.",
        SHOW);
  }

  Problem unknown(PyVersion wanted) {
    return Problem.answers(
        "no-such-version",
        FIELD,
        "There is no megatron-core " + wanted + " in " + places + ".",
        nearest(wanted),
        "Choose a version that is there. " + SHOW);
  }

  Problem yanked(Candidate candidate) {
    String reason = candidate.yanked().filter(r -> !r.isBlank()).orElse("They gave no reason");
    return Problem.answers(
        "version-yanked",
        FIELD,
        "megatron-core " + candidate.version() + " was withdrawn (yanked) by its publishers.",
        reason + (reason.endsWith(".") ? "" : ".") + " " + nearest(candidate.version()),
        "Choose another version. " + SHOW);
  }

  Problem noFile(Candidate candidate, String machine, Optional<PyVersion> python) {
    List<String> tags =
        candidate.files().stream()
            .map(IndexFile::wheel)
            .flatMap(Optional::stream)
            .map(VersionProblems::tags)
            .distinct()
            .limit(8)
            .toList();
    return Problem.preflight(
        "no-file-for-machine",
        FIELD,
        "megatron-core "
            + candidate.version()
            + " has no file for "
            + python.map(p -> "Python " + p + " on ").orElse("")
            + machine
            + ".",
        "Its wheels are made for "
            + String.join(", ", tags)
            + ", and there is no source distribution to build from.",
        "Choose another version or another Python.");
  }

  private static String tags(WheelName wheel) {
    return String.join(".", wheel.pythons()) + " on " + String.join(".", wheel.platforms());
  }

  /**
   * @param needs what the newest version needs, where that is known
   */
  Problem nothingFits(boolean preReleases, List<PyVersion> pythons, String needs) {
    String here =
        pythons.isEmpty()
            ? "this machine"
            : "Python " + String.join(", ", pythons.stream().map(PyVersion::toString).toList());
    boolean onlyPre = !preReleases && candidates.stream().allMatch(c -> c.version().isPreRelease());
    return Problem.answers(
        "no-version-fits",
        "release",
        "No "
            + (preReleases ? "" : "stable ")
            + "version of megatron-core in "
            + places
            + " fits "
            + here
            + ".",
        onlyPre ? "There are pre-releases only." : needs,
        onlyPre
            ? "Choose the pre-release channel (--release pre)."
            : "Choose another Python, or name a version that supports it. " + SHOW);
  }

  /** The versions just below and above, and the newest. */
  private String nearest(PyVersion wanted) {
    Stream<PyVersion> good =
        candidates.stream().filter(c -> c.yanked().isEmpty()).map(Candidate::version);
    List<PyVersion> versions = good.filter(v -> !v.equals(wanted)).toList();
    if (versions.isEmpty()) {
      return "There is no other version.";
    }
    Optional<PyVersion> below =
        versions.stream().filter(v -> v.compareTo(wanted) < 0).max(Comparator.naturalOrder());
    Optional<PyVersion> above =
        versions.stream().filter(v -> v.compareTo(wanted) > 0).min(Comparator.naturalOrder());
    List<String> near =
        Stream.of(below, above).flatMap(Optional::stream).map(PyVersion::toString).toList();
    String newest =
        versions.stream()
            .filter(v -> !v.isPreRelease())
            .findFirst()
            .map(v -> " The newest stable one is " + v + ".")
            .orElse("");
    return (near.size() == 1 ? "The nearest is " : "The nearest are ")
        + String.join(" and ", near)
        + "."
        + newest;
  }
}
