package org.megatronsetup.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.pep.Marker;
import org.megatronsetup.pep.PackageName;
import org.megatronsetup.pep.Requirement;

/** The METADATA of a wheel: mail headers, as RFC 822 folds them, then a description. */
final class CoreMetadata {
  private final Map<String, List<String>> fields = new LinkedHashMap<>();

  private CoreMetadata() {}

  static CoreMetadata parse(String text) {
    CoreMetadata metadata = new CoreMetadata();
    String name = "";
    StringBuilder value = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.isEmpty()) {
        break;
      }
      if (line.startsWith(" ") || line.startsWith("\t")) {
        value.append('\n').append(line.strip());
        continue;
      }
      metadata.add(name, value);
      int colon = line.indexOf(':');
      name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      value = new StringBuilder(line.substring(colon + 1).strip());
    }
    metadata.add(name, value);
    return metadata;
  }

  private void add(String name, CharSequence value) {
    if (!name.isEmpty()) {
      fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value.toString());
    }
  }

  Optional<String> first(String field) {
    return all(field).stream().findFirst();
  }

  List<String> all(String field) {
    return fields.getOrDefault(field.toLowerCase(Locale.ROOT), List.of());
  }

  boolean isMetadata() {
    return first("Name").isPresent() && first("Version").isPresent();
  }

  /**
   * The program's own word for it.
   *
   * @throws org.megatronsetup.pep.PepException if a requirement is not understood
   */
  ReleaseMetadata toRelease(String source) {
    List<Requirement> requirements =
        all("Requires-Dist").stream()
            .map(text -> Requirement.parse(text.replace('\n', ' ')))
            .toList();
    Map<String, List<String>> extras = new LinkedHashMap<>();
    for (String extra : all("Provides-Extra")) {
      extras.put(
          extra,
          requirements.stream()
              .filter(r -> r.marker().map(Marker::mentionsExtra).orElse(false))
              .map(r -> given(r, extra))
              .flatMap(Optional::stream)
              .toList());
    }
    return new ReleaseMetadata(
        first("Version"),
        Optional.empty(),
        first("Requires-Python").filter(s -> !s.isBlank()),
        requirements.stream().map(r -> given(r, "")).flatMap(Optional::stream).toList(),
        extras,
        source);
  }

  /** The requirement as it stands once the extra is known; empty if it does not apply. */
  private static Optional<String> given(Requirement requirement, String extra) {
    if (requirement.marker().isEmpty()) {
      return Optional.of(requirement.toString());
    }
    Marker left = requirement.marker().get().givenExtra(PackageName.normalize(extra));
    if (left instanceof Marker.Constant(boolean value) && !value) {
      return Optional.empty();
    }
    return Optional.of(requirement.withMarker(left.unlessAlways()).toString());
  }
}
