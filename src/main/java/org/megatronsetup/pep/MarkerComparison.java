package org.megatronsetup.pep;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How two operands of a marker are compared. */
final class MarkerComparison {
  private static final Set<String> VERSIONS =
      Set.of("python_version", "python_full_version", "implementation_version", "platform_release");

  private MarkerComparison() {}

  static boolean holds(Marker.Compare compare, Map<String, String> environment) {
    String left = value(compare.left(), environment);
    String right = value(compare.right(), environment);
    if (compare.isAboutExtra()) {
      left = PackageName.normalize(left);
      right = PackageName.normalize(right);
    } else if (isVersion(compare.left()) || isVersion(compare.right())) {
      Optional<Boolean> asVersions = compareVersions(left, compare.operator(), right);
      if (asVersions.isPresent()) {
        return asVersions.get();
      }
    }
    return compareTexts(left, compare.operator(), right);
  }

  private static boolean isVersion(Marker.Operand operand) {
    return operand.variable() && VERSIONS.contains(operand.text());
  }

  private static String value(Marker.Operand operand, Map<String, String> environment) {
    return operand.variable() ? environment.getOrDefault(operand.text(), "") : operand.text();
  }

  /** Empty where the operands are no versions: then they are compared as texts. */
  private static Optional<Boolean> compareVersions(String left, String operator, String right) {
    Optional<PyVersion> version = PyVersion.tryParse(left);
    if (version.isEmpty() || operator.endsWith("in")) {
      return Optional.empty();
    }
    try {
      return Optional.of(VersionSpecifiers.parse(operator + right).contains(version.get(), true));
    } catch (PepException notAVersion) {
      return Optional.empty();
    }
  }

  private static boolean compareTexts(String left, String operator, String right) {
    return switch (operator) {
      case "==", "===" -> left.equals(right);
      case "!=" -> !left.equals(right);
      case "<" -> left.compareTo(right) < 0;
      case "<=" -> left.compareTo(right) <= 0;
      case ">" -> left.compareTo(right) > 0;
      case ">=" -> left.compareTo(right) >= 0;
      case "in" -> right.contains(left);
      case "not in" -> !right.contains(left);
      default -> false;
    };
  }
}
