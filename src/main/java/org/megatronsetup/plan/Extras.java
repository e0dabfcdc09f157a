package org.megatronsetup.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.pep.PackageName;

/** Extras of one release, found whatever way their names are written. */
final class Extras {
  private Extras() {}

  /** The release's own spelling. */
  static Optional<String> find(ReleaseMetadata metadata, String name) {
    String wanted = PackageName.normalize(name);
    return metadata.extras().keySet().stream()
        .filter(extra -> PackageName.normalize(extra).equals(wanted))
        .findFirst();
  }

  static List<String> requirements(ReleaseMetadata metadata, String name) {
    return find(metadata, name).map(metadata.extras()::get).orElse(List.of());
  }

  /** Extras that bring a package, in the release's order. */
  static List<String> bringing(ReleaseMetadata metadata, String packageName) {
    return metadata.extras().entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(r -> names(r, packageName)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean names(String requirement, String packageName) {
    String name = requirement.strip().replaceFirst("[^A-Za-z0-9._-].*$", "");
    return PackageName.normalize(name).equals(packageName);
  }
}
