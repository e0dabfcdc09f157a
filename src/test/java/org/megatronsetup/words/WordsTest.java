package org.megatronsetup.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

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
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      return files
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
              assertThat(text).as(key).isNotBlank().doesNotContain("!");
              assertThat(LONE_APOSTROPHE.matcher(text).find()).as(key + ": " + text).isFalse();
              assertThat(new MessageFormat(text)).as(key).isNotNull();
            });
  }

  @Test
  void everyKeyIsUsed() throws Exception {
    String code = allCode();
    assertThat(texts("words.properties").keySet())
        .allSatisfy(
            key ->
                assertThat(code)
                    .as(key)
                    .containsPattern(
                        "\"" + Pattern.quote(key.replaceFirst("\\.(one|many)$", "")) + "\""));
  }

  @Test
  void everyKeyThatIsUsedIsThere() throws Exception {
    Map<String, String> texts = texts("words.properties");
    assertThat(
            Pattern.compile("Words\\.(of|count)\\(\\s*\"([^\"]+)\"")
                .matcher(allCode())
                .results()
                .flatMap(
                    call ->
                        call.group(1).equals("of")
                            ? Stream.of(call.group(2))
                            : Stream.of(call.group(2) + ".one", call.group(2) + ".many")))
        .allSatisfy(key -> assertThat(texts).containsKey(key));
  }

  /**
   * Where a script or a book names a sentence, nobody but a person would see that it is missing.
   */
  @Test
  void everyKeyOfScriptsAndBooksIsThere() throws Exception {
    Map<String, String> texts = texts("words.properties");
    assertThat(
            Pattern.compile("\"((?:validate|diagnose)\\.(?!py\")[a-z0-9.-]+)\"")
                .matcher(all("json|py"))
                .results()
                .map(named -> named.group(1)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(texts).containsKey(key));
  }
}
