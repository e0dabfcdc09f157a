package org.megatronsetup.index;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.WheelName;
import org.megatronsetup.words.Words;

/** What can be wrong with a version that was asked for, in plain words. */
final class VersionProblems {
  private static final String FIELD = "release.version";

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
        Words.of("index.not-a-version.sentence", text),
        Words.of("index.not-a-version.cause"),
        show());
  }

  Problem unknown(PyVersion wanted) {
    return Problem.answers(
        "no-such-version",
        FIELD,
        Words.of("index.no-such-version.sentence", wanted, places),
        nearest(wanted),
        Words.of("index.no-such-version.next", show()));
  }

  Problem yanked(Candidate candidate) {
    String reason =
        candidate
            .yanked()
            .filter(r -> !r.isBlank())
            .map(r -> r.endsWith(".") ? r : r + ".")
            .orElseGet(() -> Words.of("index.version-yanked.no-reason"));
    return Problem.answers(
        "version-yanked",
        FIELD,
        Words.of("index.version-yanked.sentence", candidate.version()),
        reason + " " + nearest(candidate.version()),
        Words.of("index.version-yanked.next", show()));
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
        python
            .map(
                p ->
                    Words.of(
                        "index.no-file-for-machine.python.sentence",
                        candidate.version(),
                        p,
                        machine))
            .orElseGet(
                () -> Words.of("index.no-file-for-machine.sentence", candidate.version(), machine)),
        Words.of("index.no-file-for-machine.cause", String.join(", ", tags)),
        Words.of("index.no-file-for-machine.next"));
  }

  private static String tags(WheelName wheel) {
    return Words.of(
        "index.no-file-for-machine.tag",
        String.join(".", wheel.pythons()),
        String.join(".", wheel.platforms()));
  }

  /**
   * @param needs what the newest version needs, where that is known
   */
  Problem nothingFits(boolean preReleases, List<PyVersion> pythons, String needs) {
    boolean onlyPre = !preReleases && candidates.stream().allMatch(c -> c.version().isPreRelease());
    return Problem.answers(
        "no-version-fits",
        "release",
        pythons.isEmpty() ? noneForMachine(preReleases) : noneForPythons(preReleases, pythons),
        onlyPre ? Words.of("index.no-version-fits.only-pre.cause") : needs,
        onlyPre
            ? Words.of("index.no-version-fits.only-pre.next")
            : Words.of("index.no-version-fits.next", show()));
  }

  private String noneForMachine(boolean preReleases) {
    return preReleases
        ? Words.of("index.no-version-fits.machine.sentence", places)
        : Words.of("index.no-version-fits.machine.stable.sentence", places);
  }

  private String noneForPythons(boolean preReleases, List<PyVersion> pythons) {
    String all = String.join(", ", pythons.stream().map(PyVersion::toString).toList());
    return preReleases
        ? Words.of("index.no-version-fits.python.sentence", places, all)
        : Words.of("index.no-version-fits.python.stable.sentence", places, all);
  }

  private static String show() {
    return Words.of("index.show-versions");
  }

  /** The versions just below and above, and the newest. */
  private String nearest(PyVersion wanted) {
    Stream<PyVersion> good =
        candidates.stream().filter(c -> c.yanked().isEmpty()).map(Candidate::version);
    List<PyVersion> versions = good.filter(v -> !v.equals(wanted)).toList();
    if (versions.isEmpty()) {
      return Words.of("index.nearest.none");
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
            .map(v -> " " + Words.of("index.nearest.newest-stable", v))
            .orElse("");
    return (near.size() == 1
            ? Words.of("index.nearest.single", near.getFirst())
            : Words.of("index.nearest.two", near.getFirst(), near.getLast()))
        + newest;
  }
}
