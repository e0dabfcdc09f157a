package org.megatronsetup.pep;

import java.util.List;
import org.megatronsetup.words.Words;

/** Conditions that a version must meet all at once, such as {@code >=2.9.0a0,<2.10.0}. */
public record VersionSpecifiers(List<VersionSpecifier> all) {
  public static final VersionSpecifiers ANY = new VersionSpecifiers(List.of());

  public VersionSpecifiers {
    all = List.copyOf(all);
  }

  /**
   * Reads conditions separated by commas; an empty text admits everything.
   *
   * @throws PepException if the text is none
   */
  public static VersionSpecifiers parse(String text) {
    Scanner scanner = new Scanner(text);
    scanner.skipSpace();
    if (scanner.atEnd()) {
      return ANY;
    }
    VersionSpecifiers specifiers = SpecifierParser.parse(scanner);
    scanner.skipSpace();
    if (!scanner.atEnd()) {
      throw scanner.fault(Words.of("pep.more"));
    }
    return specifiers;
  }

  /**
   * Whether a version fits, with PEP 440's rule that a pre-release fits only where a condition
   * names one.
   */
  public boolean contains(PyVersion version) {
    return contains(version, all.stream().anyMatch(VersionSpecifier::mentionsPreRelease));
  }

  /**
   * Whether a version fits.
   *
   * @param preReleases whether a pre-release may fit at all
   */
  public boolean contains(PyVersion version, boolean preReleases) {
    return (preReleases || !version.isPreRelease())
        && all.stream().allMatch(s -> s.admits(version));
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  @Override
  public String toString() {
    return String.join(",", all.stream().map(VersionSpecifier::toString).toList());
  }
}
