package org.megatronsetup.pep;

import java.util.Map;
import java.util.Optional;
import org.megatronsetup.words.Words;

/** Where a requirement applies: a condition on the environment and on the extra asked for. */
public sealed interface Marker {

  /** Both sides hold. */
  record And(Marker left, Marker right) implements Marker {
    @Override
    public String toString() {
      return group(left) + " and " + group(right);
    }

    private static String group(Marker side) {
      return side instanceof Or ? "(" + side + ")" : side.toString();
    }
  }

  /** At least one side holds. */
  record Or(Marker left, Marker right) implements Marker {
    @Override
    public String toString() {
      return left + " or " + right;
    }
  }

  /**
   * Compares two operands.
   *
   * @param operator such as {@code ==}, {@code in}, {@code not in}
   */
  record Compare(Operand left, String operator, Operand right) implements Marker {
    @Override
    public String toString() {
      return left + " " + operator + " " + right;
    }

    boolean isAboutExtra() {
      return left.isExtra() || right.isExtra();
    }
  }

  /** Holds always, or never. */
  record Constant(boolean value) implements Marker {}

  /** A variable of the environment, or a quoted text. */
  record Operand(boolean variable, String text) {
    boolean isExtra() {
      return variable && text.equals("extra");
    }

    @Override
    public String toString() {
      if (variable) {
        return text;
      }
      String quote = text.contains("\"") ? "'" : "\"";
      return quote + text + quote;
    }
  }

  /**
   * Reads a marker.
   *
   * @throws PepException with the place and what was expected there
   */
  static Marker parse(String text) {
    Scanner scanner = new Scanner(text);
    Marker marker = MarkerParser.parse(scanner);
    scanner.skipSpace();
    if (!scanner.atEnd()) {
      throw scanner.fault(Words.of("pep.more"));
    }
    return marker;
  }

  /**
   * Whether the marker holds.
   *
   * @param environment PEP 508 variables such as {@code python_version}, and {@code extra}; what is
   *     missing counts as an empty text
   */
  default boolean holds(Map<String, String> environment) {
    return switch (this) {
      case And(Marker left, Marker right) -> left.holds(environment) && right.holds(environment);
      case Or(Marker left, Marker right) -> left.holds(environment) || right.holds(environment);
      case Compare compare -> MarkerComparison.holds(compare, environment);
      case Constant(boolean value) -> value;
    };
  }

  /** Whether the marker says anything about an extra. */
  default boolean mentionsExtra() {
    return switch (this) {
      case And(Marker left, Marker right) -> left.mentionsExtra() || right.mentionsExtra();
      case Or(Marker left, Marker right) -> left.mentionsExtra() || right.mentionsExtra();
      case Compare compare -> compare.isAboutExtra();
      case Constant ignored -> false;
    };
  }

  /**
   * What is left of the marker once it is known which extra is asked for: a {@link Constant}, or a
   * marker that does not mention extras.
   *
   * @param extra its name, or an empty text for none
   */
  default Marker givenExtra(String extra) {
    return switch (this) {
      case And(Marker left, Marker right) -> both(left.givenExtra(extra), right.givenExtra(extra));
      case Or(Marker left, Marker right) -> either(left.givenExtra(extra), right.givenExtra(extra));
      case Compare compare when compare.isAboutExtra() ->
          new Constant(MarkerComparison.holds(compare, Map.of("extra", extra)));
      case Compare compare -> compare;
      case Constant constant -> constant;
    };
  }

  /** Empty if this always holds; otherwise the marker itself. */
  default Optional<Marker> unlessAlways() {
    return this instanceof Constant(boolean value) && value ? Optional.empty() : Optional.of(this);
  }

  private static Marker both(Marker left, Marker right) {
    if (left instanceof Constant(boolean value)) {
      return value ? right : left;
    }
    if (right instanceof Constant(boolean value)) {
      return value ? left : right;
    }
    return new And(left, right);
  }

  private static Marker either(Marker left, Marker right) {
    if (left instanceof Constant(boolean value)) {
      return value ? left : right;
    }
    if (right instanceof Constant(boolean value)) {
      return value ? right : left;
    }
    return new Or(left, right);
  }
}
