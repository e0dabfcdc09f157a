package org.megatronsetup.wizard.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.megatronsetup.wizard.look.StyleSheet.Declaration;

/** Holds the style sheets to the scales of {@code css/scale.properties} and to the tokens. */
final class DesignTokensTest {
  private static final Set<String> TOKENS = Set.of("tokens-light.css", "tokens-dark.css");
  private static final Pattern COLOUR =
      Pattern.compile(
          "#[0-9a-fA-F]{3,8}\\b|\\b(rgba?|hsba?|derive|ladder)\\(|\\b(white|black|gr[ae]y|red|green"
              + "|blue|yellow|orange)\\b");

  private final Properties scale = new Properties();
  private final List<StyleSheet> sheets = StyleSheet.all();

  DesignTokensTest() throws IOException {
    try (Reader file = Files.newBufferedReader(Path.of("css", "scale.properties"))) {
      scale.load(file);
    }
  }

  @Test
  void everyNumberIsOnItsScale() {
    assertThat(strangers(declarations())).isEmpty();
  }

  @Test
  void aNumberBesideItsScaleIsFound() {
    StyleSheet bad =
        StyleSheet.parse(
            "bad.css",
            ".a { -fx-padding: 8 7 8 8; } .b:hover { -fx-font-size: 14px; -fx-background-radius: 5;"
                + " } @media (prefers-reduced-motion: reduce) { .c { transition: -fx-fill 90ms; } }"
                + " .d { -fx-unheard-of: 3; -fx-spacing: 8; }");
    assertThat(strangers(bad.declarations()))
        .extracting(line -> line.substring(line.indexOf('{')))
        .containsExactly(
            "{ -fx-padding: 8 7 8 8 }",
            "{ -fx-font-size: 14px }",
            "{ -fx-background-radius: 5 }",
            "{ transition: -fx-fill 90ms }",
            "{ -fx-unheard-of: 3 }");
  }

  @Test
  void everyStepOfAScaleIsUsed() {
    Set<String> used = new HashSet<>();
    for (Declaration one : declarations()) {
      one.numbers().forEach(number -> used.add(scaleOf(one) + " " + number));
    }
    for (String name : scale.stringPropertyNames()) {
      for (String step : steps(name)) {
        assertThat(used).contains(name + " " + step);
      }
    }
  }

  @Test
  void coloursAreInTheTokensOnly() {
    assertThat(
            declarations().stream()
                .filter(one -> !TOKENS.contains(one.sheet()))
                .filter(one -> COLOUR.matcher(one.value().replaceAll("\"[^\"]*\"", "")).find()))
        .isEmpty();
  }

  @Test
  void bothSchemesHaveTheSameNames() {
    StyleSheet light = StyleSheet.of(Path.of("css", "tokens-light.css"));
    StyleSheet dark = StyleSheet.of(Path.of("css", "tokens-dark.css"));
    assertThat(light.lookUps()).hasSizeGreaterThan(20);
    assertThat(List.copyOf(light.lookUps().keySet()))
        .isEqualTo(List.copyOf(dark.lookUps().keySet()));
    assertThat(light.declarations()).allMatch(one -> one.selector().equals(".root"));
    assertThat(dark.declarations()).allMatch(one -> one.selector().equals(".root"));
  }

  @Test
  void everyNameIsDeclaredAndEveryTokenUsed() throws IOException {
    Set<String> declared = new HashSet<>(BaseTheme.names());
    Set<String> used = new TreeSet<>();
    for (StyleSheet sheet : StyleSheet.all()) {
      declared.addAll(sheet.lookUps().keySet());
      sheet.declarations().stream()
          .filter(one -> !one.property().equals("transition"))
          .forEach(one -> used.addAll(one.names()));
    }
    assertThat(declared).containsAll(used);
    assertThat(used)
        .containsAll(
            StyleSheet.of(Path.of("css", "tokens-light.css")).lookUps().keySet().stream()
                .filter(name -> name.startsWith("-ms-"))
                .toList());
  }

  private List<Declaration> declarations() {
    return sheets.stream().flatMap(sheet -> sheet.declarations().stream()).toList();
  }

  private List<String> strangers(List<Declaration> declarations) {
    List<String> found = new ArrayList<>();
    for (Declaration one : declarations) {
      if (!TOKENS.contains(one.sheet()) && !steps(scaleOf(one)).containsAll(one.numbers())) {
        found.add(one.toString());
      }
    }
    return found;
  }

  private List<String> steps(String name) {
    return List.of(scale.getProperty(name, "").split(" "));
  }

  /** The name of the scale that the numbers of a property are on; empty: it takes none. */
  private static String scaleOf(Declaration one) {
    String property = one.property();
    if (property.equals("-fx-font-size")) {
      return one.selector().contains(".glyph") ? "sign" : "text";
    }
    if (property.endsWith("-radius")) {
      return "radius";
    }
    if (property.matches("-fx-(min|pref|max)-width")) {
      return "width";
    }
    if (property.matches("-fx-(min|pref|max)-height")) {
      return "height";
    }
    if (property.equals("transition") || property.endsWith("-time")) {
      return "motion";
    }
    if (property.equals("-fx-opacity")) {
      return "opacity";
    }
    return property.matches("-fx-(padding|spacing|[hv]gap|graphic-text-gap|.*-(insets|width))")
        ? "space"
        : "";
  }
}
