package org.megatronsetup.pep;

import java.util.List;
import java.util.Optional;

/**
 * A requirement as PEP 508 writes it.
 *
 * @param name as written
 * @param extras as written
 * @param url where to take it from; then there are no specifiers
 * @param marker where it applies
 */
public record Requirement(
    String name,
    List<String> extras,
    VersionSpecifiers specifiers,
    Optional<String> url,
    Optional<Marker> marker) {

  public Requirement {
    extras = List.copyOf(extras);
  }

  /**
   * Reads a requirement.
   *
   * @throws PepException with the place and what was expected there
   */
  public static Requirement parse(String text) {
    return RequirementParser.parse(text);
  }

  public String normalizedName() {
    return PackageName.normalize(name);
  }

  public Requirement withMarker(Optional<Marker> other) {
    return new Requirement(name, extras, specifiers, url, other);
  }

  /** The same requirement, written without needless spaces. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    if (!extras.isEmpty()) {
      text.append('[').append(String.join(",", extras)).append(']');
    }
    text.append(specifiers);
    url.ifPresent(u -> text.append(" @ ").append(u));
    // a URL may itself hold a semicolon: a space tells them apart
    marker.ifPresent(m -> text.append(url.isPresent() ? " ; " : "; ").append(m));
    return text.toString();
  }
}
