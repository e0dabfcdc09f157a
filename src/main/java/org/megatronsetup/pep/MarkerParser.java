package org.megatronsetup.pep;

import java.util.Map;
import java.util.Set;
import org.megatronsetup.words.Words;

/** Reads markers: {@code or} binds least, then {@code and}, then comparisons. */
final class MarkerParser {
  private static final Set<String> VARIABLES =
      Set.of(
          "python_version",
          "python_full_version",
          "os_name",
          "sys_platform",
          "platform_release",
          "platform_system",
          "platform_version",
          "platform_machine",
          "platform_python_implementation",
          "implementation_name",
          "implementation_version",
          "extra",
          "extras",
          "dependency_groups");

  /** Spellings from before PEP 508 that packages still use. */
  private static final Map<String, String> OLD_SPELLINGS =
      Map.of(
          "os.name", "os_name",
          "sys.platform", "sys_platform",
          "platform.version", "platform_version",
          "platform.machine", "platform_machine",
          "platform.python_implementation", "platform_python_implementation",
          "python_implementation", "platform_python_implementation");

  private final Scanner scanner;

  private MarkerParser(Scanner scanner) {
    this.scanner = scanner;
  }

  static Marker parse(Scanner scanner) {
    return new MarkerParser(scanner).or();
  }

  private Marker or() {
    Marker marker = and();
    scanner.skipSpace();
    while (scanner.takeWord("or")) {
      marker = new Marker.Or(marker, and());
      scanner.skipSpace();
    }
    return marker;
  }

  private Marker and() {
    Marker marker = atom();
    scanner.skipSpace();
    while (scanner.takeWord("and")) {
      marker = new Marker.And(marker, atom());
      scanner.skipSpace();
    }
    return marker;
  }

  private Marker atom() {
    scanner.skipSpace();
    if (scanner.take("(")) {
      Marker marker = or();
      scanner.skipSpace();
      if (!scanner.take(")")) {
        throw scanner.fault(Words.of("pep.closing"));
      }
      return marker;
    }
    Marker.Operand left = operand();
    String operator = operator();
    Marker.Operand right = operand();
    if (!left.variable() && !right.variable()) {
      throw scanner.fault(Words.of("pep.property"));
    }
    return new Marker.Compare(left, operator, right);
  }

  private Marker.Operand operand() {
    scanner.skipSpace();
    char quote = scanner.peek();
    if (quote == '\'' || quote == '"') {
      int start = scanner.position();
      scanner.take(String.valueOf(quote));
      String text = scanner.takeWhile(c -> c != quote);
      if (!scanner.take(String.valueOf(quote))) {
        throw scanner.faultAt(start, Words.of("pep.quotation"));
      }
      return new Marker.Operand(false, text);
    }
    int start = scanner.position();
    String word = scanner.takeWhile(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
    String name = OLD_SPELLINGS.getOrDefault(word, word);
    if (!VARIABLES.contains(name)) {
      throw scanner.faultAt(start, Words.of("pep.property-or-quoted"));
    }
    return new Marker.Operand(true, name);
  }

  private String operator() {
    scanner.skipSpace();
    if (scanner.takeWord("in")) {
      return "in";
    }
    int start = scanner.position();
    if (scanner.takeWord("not")) {
      scanner.skipSpace();
      if (scanner.takeWord("in")) {
        return "not in";
      }
      throw scanner.faultAt(start, Words.of("pep.not-in"));
    }
    String text =
        VersionSpecifier.Operator.at(scanner.text(), start)
            .orElseThrow(() -> scanner.fault(Words.of("pep.comparison")))
            .text();
    scanner.take(text);
    return text;
  }
}
