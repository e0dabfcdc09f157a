package org.megatronsetup.wizard.look;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A style sheet as its declarations; enough to ask which names, numbers and colours it uses. */
record StyleSheet(String name, List<Declaration> declarations) {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern DECLARATION = Pattern.compile("([\\w-]+)\\s*:\\s*([^;]+);");

  /** A property or a look-up, and its value. */
  record Declaration(String sheet, String selector, String property, String value) {
    /** The names that the value looks up. */
    List<String> names() {
      return all(Pattern.compile("(?<![\\w-])-[a-z][\\w-]*"), value.replaceAll("\"[^\"]*\"", ""));
    }

    /** The numbers of the value, with their units. */
    List<String> numbers() {
      String plain = value.replaceAll("\"[^\"]*\"|#\\w+|(?<![\\w-])-?[a-z][\\w-]*", " ");
      return all(Pattern.compile("-?[\\d.]+(px|em|ms|s|%)?"), plain);
    }

    private static List<String> all(Pattern pattern, String text) {
      List<String> found = new ArrayList<>();
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
      }
      return found;
    }

    @Override
    public String toString() {
      return sheet + ": " + selector + " { " + property + ": " + value + " }";
    }
  }

  /** All sheets of the project. */
  static List<StyleSheet> all() {
    try (Stream<Path> files = Files.walk(Path.of("css"))) {
      return files
          .filter(file -> file.toString().endsWith(".css"))
          .sorted()
          .map(StyleSheet::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StyleSheet of(Path file) {
    try {
      return parse(Path.of("css").relativize(file).toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StyleSheet parse(String name, String text) {
    List<Declaration> found = new ArrayList<>();
    Matcher rule = RULE.matcher(COMMENT.matcher(text).replaceAll(""));
    while (rule.find()) {
      String selector = rule.group(1).strip().replaceAll("\\s+", " ");
      Matcher declaration = DECLARATION.matcher(rule.group(2));
      while (declaration.find()) {
        found.add(
            new Declaration(name, selector, declaration.group(1), declaration.group(2).strip()));
      }
    }
    return new StyleSheet(name, List.copyOf(found));
  }

  /** What the look-ups that the sheet declares stand for. */
  Map<String, String> lookUps() {
    Map<String, String> all = new LinkedHashMap<>();
    declarations.stream()
        .filter(one -> !one.property().startsWith("-fx-") || name.equals("lookups.css"))
        .forEach(one -> all.put(one.property(), one.value()));
    return all;
  }
}
