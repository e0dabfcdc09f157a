package org.megatronsetup.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.megatronsetup.model.Version;
import org.megatronsetup.pep.LinuxTags;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.VersionSpecifiers;

/**
 * A version with all its files.
 *
 * @param files not empty
 */
record Candidate(PyVersion version, List<IndexFile> files) {

  Candidate {
    files = List.copyOf(files);
  }

  /** Sorts files by version, newest first. */
  static List<Candidate> of(List<IndexFile> files) {
    Map<PyVersion, Map<String, IndexFile>> byVersion = new TreeMap<>(Comparator.reverseOrder());
    for (IndexFile file : files) {
      // the same file in two places counts once, as found first
      byVersion
          .computeIfAbsent(file.version(), _ -> new LinkedHashMap<>())
          .putIfAbsent(file.fileName(), file);
    }
    return byVersion.entrySet().stream()
        .map(e -> new Candidate(e.getKey(), List.copyOf(e.getValue().values())))
        .toList();
  }

  /** The reason, if every file was yanked. */
  Optional<String> yanked() {
    return files.stream().allMatch(f -> f.yanked().isPresent())
        ? files.getFirst().yanked()
        : Optional.empty();
  }

  boolean isOnTarget() {
    return files.stream().noneMatch(f -> Address.isHttp(f.location()));
  }

  Optional<String> requiresPython() {
    return files.stream().map(IndexFile::requiresPython).flatMap(Optional::stream).findFirst();
  }

  /**
   * Whether some file can be installed: a wheel for this Python on this machine, or a source
   * distribution.
   */
  boolean hasFileFor(LinuxTags machine, Optional<PyVersion> python) {
    return files.stream()
        .filter(f -> f.yanked().isEmpty() || yanked().isPresent())
        .anyMatch(f -> f.wheel().map(w -> machine.canUse(w, python)).orElse(true));
  }

  Version toVersion() {
    Optional<Instant> newest =
        files.stream()
            .map(IndexFile::uploaded)
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return new Version(
        version.toString(), version.isPreRelease(), requiresPython(), newest, yanked());
  }

  /** Whether a Python need admits a version; one that cannot be read hinders nobody. */
  static boolean admits(Optional<String> requiresPython, PyVersion python) {
    try {
      return requiresPython.isEmpty()
          || VersionSpecifiers.parse(requiresPython.get()).contains(python, true);
    } catch (PepException e) {
      return true;
    }
  }
}
