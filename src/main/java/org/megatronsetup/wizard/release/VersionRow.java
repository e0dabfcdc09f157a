package org.megatronsetup.wizard.release;

import java.util.List;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Version;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.VersionSpecifiers;

/**
 * One line of the list of versions.
 *
 * @param newest whether it is the first that can be chosen
 * @param fits whether an interpreter on the target can use it
 */
record VersionRow(Version version, boolean newest, boolean fits) {

  boolean yanked() {
    return version.yanked().isPresent();
  }

  static boolean fits(Version version, List<Facts.Python> pythons) {
    if (version.requiresPython().isEmpty()) {
      return true;
    }
    try {
      VersionSpecifiers needs = VersionSpecifiers.parse(version.requiresPython().get());
      return pythons.stream()
          .map(python -> PyVersion.tryParse(python.version()))
          .anyMatch(python -> python.map(needs::contains).orElse(false));
    } catch (PepException e) {
      // What cannot be read is not held against the version.
      return true;
    }
  }
}
