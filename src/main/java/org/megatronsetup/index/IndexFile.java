package org.megatronsetup.index;

import java.time.Instant;
import java.util.Optional;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.SdistName;
import org.megatronsetup.pep.WheelName;

/**
 * A wheel or sdist that a source offers.
 *
 * @param location address, or absolute path on the target
 * @param wheel what its name says, if it is a wheel
 * @param yanked the reason, if it was yanked
 * @param hasMetadata whether its metadata lies beside it (PEP 658)
 * @param source what to call the place it was found at
 */
record IndexFile(
    String fileName,
    String location,
    PyVersion version,
    Optional<WheelName> wheel,
    Optional<String> requiresPython,
    Optional<String> yanked,
    Optional<Instant> uploaded,
    boolean hasMetadata,
    String source) {

  /** What a listing says of a file beside its name. */
  record Traits(
      Optional<String> requiresPython,
      Optional<String> yanked,
      Optional<Instant> uploaded,
      boolean hasMetadata) {
    static final Traits NONE =
        new Traits(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** Empty if the name is not that of a wheel or sdist of the project. */
  static Optional<IndexFile> of(
      String project, String fileName, String location, Traits traits, String source) {
    Optional<WheelName> wheel =
        WheelName.tryParse(fileName).filter(w -> w.project().equals(project));
    return wheel
        .map(WheelName::version)
        .or(() -> SdistName.tryParse(fileName, project).map(SdistName::version))
        .map(
            version ->
                new IndexFile(
                    fileName,
                    location,
                    version,
                    wheel,
                    traits.requiresPython(),
                    traits.yanked(),
                    traits.uploaded(),
                    traits.hasMetadata(),
                    source));
  }
}
