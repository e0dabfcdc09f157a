package org.megatronsetup.pep;

import java.util.List;
import java.util.Optional;

/**
 * What the name of a wheel says.
 *
 * @param pythons Python tags, such as {@code cp312}
 * @param abis ABI tags, such as {@code abi3}
 * @param platforms platform tags, such as {@code manylinux_2_28_x86_64}
 */
public record WheelName(
    String project,
    PyVersion version,
    List<String> pythons,
    List<String> abis,
    List<String> platforms) {

  public WheelName {
    pythons = List.copyOf(pythons);
    abis = List.copyOf(abis);
    platforms = List.copyOf(platforms);
  }

  /** Reads a file name; empty if it is not that of a wheel. */
  public static Optional<WheelName> tryParse(String fileName) {
    if (!fileName.endsWith(".whl")) {
      return Optional.empty();
    }
    List<String> parts = List.of(fileName.substring(0, fileName.length() - 4).split("-", -1));
    if (parts.size() != 5 && parts.size() != 6) {
      return Optional.empty();
    }
    int tags = parts.size() - 3;
    // an underscore stands for the hyphen that the name of a file cannot have
    return PyVersion.tryParse(parts.get(1).replace('_', '-'))
        .map(
            version ->
                new WheelName(
                    PackageName.normalize(parts.get(0)),
                    version,
                    tags(parts.get(tags)),
                    tags(parts.get(tags + 1)),
                    tags(parts.get(tags + 2))));
  }

  private static List<String> tags(String compressed) {
    return List.of(compressed.split("\\.", -1));
  }
}
