package org.megatronsetup.pep;

import java.util.Optional;

/** What the name of a source distribution says. */
public record SdistName(String project, PyVersion version) {

  /**
   * Reads a file name; empty if it is not that of a source distribution of this project.
   *
   * @param project its name; without it one could not tell where name and version meet
   */
  public static Optional<SdistName> tryParse(String fileName, String project) {
    Optional<String> stem = stem(fileName);
    String wanted = PackageName.normalize(project);
    if (stem.isEmpty()) {
      return Optional.empty();
    }
    String text = stem.get();
    for (int i = text.indexOf('-'); i >= 0; i = text.indexOf('-', i + 1)) {
      if (PackageName.normalize(text.substring(0, i)).equals(wanted)) {
        Optional<PyVersion> version = PyVersion.tryParse(text.substring(i + 1));
        if (version.isPresent()) {
          return Optional.of(new SdistName(wanted, version.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> stem(String fileName) {
    for (String ending : new String[] {".tar.gz", ".zip"}) {
      if (fileName.endsWith(ending)) {
        return Optional.of(fileName.substring(0, fileName.length() - ending.length()));
      }
    }
    return Optional.empty();
  }
}
