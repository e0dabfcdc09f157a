package org.megatronsetup.pep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.words.Words;

/** Reads version conditions out of a longer text. */
final class SpecifierParser {
  private SpecifierParser() {}

  static VersionSpecifiers parse(Scanner scanner) {
    List<VersionSpecifier> all = new ArrayList<>();
    do {
      scanner.skipSpace();
      all.add(one(scanner));
      scanner.skipSpace();
    } while (scanner.take(","));
    return new VersionSpecifiers(all);
  }

  private static VersionSpecifier one(Scanner scanner) {
    VersionSpecifier.Operator operator =
        VersionSpecifier.Operator.at(scanner.text(), scanner.position())
            .orElseThrow(() -> scanner.fault(Words.of("pep.comparison-and-version")));
    scanner.take(operator.text());
    scanner.skipSpace();
    int start = scanner.position();
    String version = scanner.takeWhile(SpecifierParser::isVersionCharacter);
    if (version.isEmpty()) {
      throw scanner.fault(Words.of("pep.version-after", operator.text()));
    }
    boolean prefix = operator != VersionSpecifier.Operator.ARBITRARY && version.endsWith(".*");
    if (prefix) {
      version = version.substring(0, version.length() - 2);
    }
    Optional<String> fault = VersionSpecifier.fault(operator, version, prefix);
    if (fault.isPresent()) {
      throw scanner.faultAt(start, fault.get());
    }
    return new VersionSpecifier(operator, version, prefix);
  }

  private static boolean isVersionCharacter(int c) {
    return Character.isLetterOrDigit(c) || "-_.*+!".indexOf(c) >= 0;
  }
}
