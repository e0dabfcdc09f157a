package org.megatronsetup.pep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.words.Words;

/** Reads PEP 508 requirements. */
final class RequirementParser {
  private final Scanner scanner;

  private RequirementParser(String text) {
    this.scanner = new Scanner(text);
  }

  static Requirement parse(String text) {
    return new RequirementParser(text).requirement();
  }

  private Requirement requirement() {
    scanner.skipSpace();
    String name = name("pep.package-name");
    scanner.skipSpace();
    List<String> extras = scanner.take("[") ? extras() : List.of();
    scanner.skipSpace();
    Optional<String> url = Optional.empty();
    VersionSpecifiers specifiers = VersionSpecifiers.ANY;
    if (scanner.take("@")) {
      url = Optional.of(url());
    } else if (scanner.take("(")) {
      specifiers = SpecifierParser.parse(scanner);
      if (!scanner.take(")")) {
        throw scanner.fault(Words.of("pep.closing"));
      }
    } else if (!scanner.atEnd() && scanner.peek() != ';') {
      specifiers = SpecifierParser.parse(scanner);
    }
    scanner.skipSpace();
    Optional<Marker> marker = Optional.empty();
    if (scanner.take(";")) {
      marker = Optional.of(MarkerParser.parse(scanner));
      scanner.skipSpace();
    }
    if (!scanner.atEnd()) {
      throw scanner.fault(Words.of("pep.more"));
    }
    return new Requirement(name, extras, specifiers, url, marker);
  }

  private String name(String what) {
    int start = scanner.position();
    String name = scanner.takeWhile(RequirementParser::isNameCharacter);
    if (!PackageName.isValid(name)) {
      throw scanner.faultAt(start, Words.of(what));
    }
    return name;
  }

  private static boolean isNameCharacter(int c) {
    return (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_' || c == '.';
  }

  private List<String> extras() {
    List<String> extras = new ArrayList<>();
    scanner.skipSpace();
    if (scanner.take("]")) {
      return extras;
    }
    while (true) {
      scanner.skipSpace();
      extras.add(name("pep.extra-name"));
      scanner.skipSpace();
      if (scanner.take("]")) {
        return extras;
      }
      if (!scanner.take(",")) {
        throw scanner.fault(Words.of("pep.bracket"));
      }
    }
  }

  private String url() {
    scanner.skipSpace();
    int start = scanner.position();
    String url = scanner.takeWhile(c -> c > ' ');
    if (!url.contains(":")) {
      throw scanner.faultAt(start, Words.of("pep.address"));
    }
    return url;
  }
}
