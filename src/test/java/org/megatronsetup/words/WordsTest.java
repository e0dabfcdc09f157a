package org.megatronsetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.wizard.flow.Page;

/** What holds for all sentences of the engine. */
class WordsTest {
  private static final Path FILES = Path.of("src/main/resources/org/megatronsetup/words");

  /** An apostrophe that is not written twice: MessageFormat would swallow it, and what follows. */
  private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

  private static Map<String, String> texts(String file) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(FILES.resolve(file), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put((String) key, (String) text));
    return texts;
  }

  /** Java, and the scripts and books that name sentences by their keys. */
  private static String allCode() throws IOException {
    return all("java|json|py");
  }

  private static String all(String endings) throws IOException {
    try (Stream<Path> main = Files.walk(Path.of("src/main"));
        Stream<Path> views = Files.walk(Path.of("fxml"))) {
      return Stream.concat(main, views)
          .filter(file -> file.toString().matches(".*\\.(" + endings + ")"))
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              })
          .collect(Collectors.joining());
    }
  }

  @Test
  void everySentenceCanBeSaid() throws Exception {
    texts("words.properties")
        .forEach(
            (key, text) -> {
              assertThat(text).as(key).isNotBlank().doesNotContainPattern("!(?!=)");
              assertThat(LONE_APOSTROPHE.matcher(text).find()).as(key + ": " + text).isFalse();
              assertThat(new MessageFormat(text)).as(key).isNotNull();
            });
  }

  /** A key may be put together from what stands in the code: a beginning, an end, or a page. */
  @Test
  void everyKeyIsUsed() throws Exception {
    Set<String> named =
        Pattern.compile("\"%?([A-Za-z0-9.-]+)\"")
            .matcher(all("java|json|py|fxml"))
            .results()
            .map(literal -> literal.group(1))
            .collect(Collectors.toSet());
    for (Page page : Page.values()) {
      named.add(page.key());
    }
    assertThat(texts("words.properties").keySet())
        .allSatisfy(key -> assertThat(isNamed(key, named)).as(key).isTrue());
    assertThat(isNamed("nobody.names.this", named)).isFalse();
  }

  private static boolean isNamed(String key, Set<String> named) {
    String whole = key.replaceFirst("\\.(one|many)$", "");
    if (named.contains(whole) || named.contains(key)) {
      return true;
    }
    return IntStream.range(1, whole.length())
        .filter(i -> whole.charAt(i) == '.')
        .anyMatch(
            i ->
                named.contains(whole.substring(0, i + 1))
                    || (named.contains(whole.substring(i))
                        && isNamed(whole.substring(0, i), named)));
  }

  @Test
  void germanHasTheSameKeysAndValues() throws Exception {
    Map<String, String> english = texts("words.properties");
    Map<String, String> german = texts("words_de.properties");
    assertThat(german.keySet()).containsExactlyElementsOf(english.keySet());
    english.forEach(
        (key, text) ->
            assertThat(placeholders(german.get(key))).as(key).isEqualTo(placeholders(text)));
    german.forEach(
        (key, text) -> {
          assertThat(text).as(key).isNotBlank().doesNotContainPattern("!(?!=)");
          assertThat(LONE_APOSTROPHE.matcher(text).find()).as(key + ": " + text).isFalse();
          assertThat(new MessageFormat(text)).as(key).isNotNull();
        });
  }

  private static Set<String> placeholders(String text) {
    return Pattern.compile("\\{[0-9]+}")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toSet());
  }

  @Test
  void everyKeyThatIsUsedIsThere() throws Exception {
    Map<String, String> texts = texts("words.properties");
    assertThat(
            Pattern.compile(
                    "(?:Words|texts|texts\\(\\))\\s*\\.(of|get|count)\\(\\s*\"([^\"]+[^.\"])\"(?!"
                        + " *[+?])")
                .matcher(allCode())
                .results()
                .flatMap(
                    call ->
                        !call.group(1).equals("count")
                            ? Stream.of(call.group(2))
                            : Stream.of(call.group(2) + ".one", call.group(2) + ".many")))
        .allSatisfy(key -> assertThat(texts).containsKey(key));
  }

  /**
   * Where a view, a script or a book names a sentence, nobody but a person would see that it is
   * missing.
   */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "fxml, '\"%([a-z0-9.-]+)\"'",
        "json|py, '\"((?:validate|diagnose)\\.(?!py\")[a-z0-9.-]+)\"'"
      })
  void everyKeyThatIsNamedElsewhereIsThere(String endings, String named) throws Exception {
    Map<String, String> texts = texts("words.properties");
    assertThat(Pattern.compile(named).matcher(all(endings)).results().map(key -> key.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(texts).containsKey(key));
  }
}
