package org.megatronsetup.wizard.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.wizard.look.StyleSheet.Declaration;

/** WCAG 2 AA over the tokens: every text on every ground that it stands on, and every sign. */
final class ContrastTest {
  private static final double TEXT = 4.5;
  private static final double SIGN = 3;

  private static final String ACCENT = "-color-accent-fg";
  private static final String CHOSEN = "-color-accent-subtle";
  private static final String PRESSED = "-color-accent-emphasis";

  /** Texts by the ground that they may stand on. */
  private static final Map<String, List<String>> TEXTS = new LinkedHashMap<>();

  /** Signs, and lines by which one knows a control or its state, by their ground. */
  private static final Map<String, List<String>> SIGNS = new LinkedHashMap<>();

  static {
    List<String> words = ms("strong", "text", "muted", "faint", "good", "caution", "bad", "active");
    List<String> signs = ms("good", "caution", "bad", "neutral", "active", "faint", "muted");
    for (String ground : ms("page", "soft", "neutral-soft")) {
      TEXTS.put(ground, and(words, ACCENT));
      SIGNS.put(ground, and(signs, ACCENT, "-ms-edge", PRESSED));
    }
    TEXTS.put(CHOSEN, and(words, ACCENT));
    SIGNS.put(CHOSEN, and(signs, ACCENT, "-ms-edge", PRESSED));
    for (String tone : List.of("good", "caution", "bad", "active")) {
      TEXTS.put("-ms-" + tone + "-soft", and(ms("strong", "text", "muted", tone), ACCENT));
      SIGNS.put("-ms-" + tone + "-soft", and(ms(tone), "-ms-edge"));
    }
    TEXTS.put("-ms-rail", ms("strong", "text", "muted", "faint"));
    SIGNS.put("-ms-rail", List.of("-ms-edge", PRESSED));
    TEXTS.put("-ms-line", ms("strong", "text", "muted"));
    TEXTS.put("-ms-code", and(ms("code-text"), ACCENT));
    TEXTS.put("-color-accent-muted", ms("text"));
    // the log's lines may be in any of a terminal's colours, on any of their grounds
    List<String> lines =
        and(ms("text", "muted", "good", "caution", "bad", "magenta", "cyan"), ACCENT);
    for (String ground : ms("page", "bad-soft", "caution-soft", "found-soft", "selected-soft")) {
      TEXTS.merge(ground, lines, (some, more) -> and(some, more.toArray(String[]::new)));
    }
    SIGNS.merge("-ms-page", ms("found"), (some, more) -> and(some, more.toArray(String[]::new)));
    SIGNS.put("-ms-selected-soft", ms("caution"));
    TEXTS.put(PRESSED, ms("on-emphasis"));
    TEXTS.put("-color-accent-6", ms("on-emphasis"));
  }

  private static List<String> ms(String... names) {
    return Stream.of(names).map(name -> "-ms-" + name).toList();
  }

  private static List<String> and(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textsCanBeRead(String scheme) {
    holds(scheme, TEXTS, TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void signsCanBeSeen(String scheme) {
    holds(scheme, SIGNS, SIGN);
  }

  @Test
  void everyColourThatTheSheetsUseIsLookedAt() {
    Set<String> grounds = new HashSet<>(TEXTS.keySet());
    Set<String> words = new HashSet<>();
    TEXTS.values().forEach(words::addAll);
    Set<String> signs = new HashSet<>();
    SIGNS.values().forEach(signs::addAll);
    assertThat(words).containsAll(used(one -> one.property().endsWith("text-fill")));
    assertThat(signs).containsAll(used(one -> one.property().matches("-glyph-color|-fx-stroke")));
    // what is drawn with a fill: the log's letters, the marks in its strip, and what lies behind
    assertThat(Stream.of(words, signs, grounds).flatMap(Set::stream))
        .containsAll(used(one -> one.property().equals("-fx-fill")));
    // what is drawn with a background: grounds, and the lines of fields
    grounds.addAll(List.of("-ms-edge", "-ms-muted", "-ms-on-emphasis"));
    assertThat(grounds)
        .containsAll(
            used(one -> one.property().matches("-fx-background-color|-fx-highlight-fill")));
  }

  @Test
  void theFormulaIsThatOfTheStandard() {
    assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
    assertThat(Contrast.of(Color.web("#777777"), Color.WHITE)).isCloseTo(4.478, within(0.001));
    assertThat(Contrast.over(new Color(0, 0, 0, 0.5), Color.WHITE)).isEqualTo(Color.gray(0.5));
  }

  /** The tokens that a kind of property is set to. */
  private static Set<String> used(Predicate<Declaration> property) {
    Set<String> names = new TreeSet<>();
    for (StyleSheet sheet : StyleSheet.all()) {
      if (!sheet.name().equals("lookups.css")) {
        sheet.declarations().stream()
            .filter(property)
            .map(Declaration::names)
            .forEach(names::addAll);
      }
    }
    // the base theme has names of its own for what a control is drawn with
    names.retainAll(StyleSheet.of(Path.of("css", "tokens-light.css")).lookUps().keySet());
    return names;
  }

  private static void holds(String scheme, Map<String, List<String>> pairs, double wanted) {
    Map<String, String> tokens =
        StyleSheet.of(Path.of("css", "tokens-" + scheme + ".css")).lookUps();
    Color page = Color.web(tokens.get("-ms-page"));
    pairs.forEach(
        (below, above) -> {
          Color ground = Contrast.over(Color.web(tokens.get(below)), page);
          for (String name : above) {
            Color seen = Contrast.over(Color.web(tokens.get(name)), ground);
            assertThat(Contrast.of(seen, ground))
                .as("%s on %s", name, below)
                .isGreaterThanOrEqualTo(wanted);
          }
        });
  }
}
