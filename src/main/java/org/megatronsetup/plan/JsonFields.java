package org.megatronsetup.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;

/**
 * Reads the fields of one JSON object and notes every problem with them. A field that is {@code
 * null} counts as absent; a field that nobody asked for is a problem.
 */
final class JsonFields {
  private static final Pattern LOGIN = Pattern.compile("://[^/]*@");

  private final JsonNode object;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> known = new TreeSet<>();

  JsonFields(JsonNode object, String path, List<Problem> problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /** The JSON path of a field of this object. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Optional<String> text(String name) {
    return present(name).flatMap(node -> text(node, path(name)));
  }

  String requiredText(String name, String what) {
    Optional<JsonNode> node = present(name);
    if (node.isEmpty()) {
      missing(name, what);
      return "";
    }
    return text(node.get(), path(name)).orElse("");
  }

  List<String> texts(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      wrongType(path(name), "a list of texts, such as [\"…\", \"…\"]", node.get());
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < node.get().size(); i++) {
      text(node.get().get(i), path(name) + "[" + i + "]").ifPresent(texts::add);
    }
    return texts;
  }

  List<JsonFields> objects(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      wrongType(path(name), "a list of objects, such as [{…}, {…}]", node.get());
      return List.of();
    }
    List<JsonFields> objects = new ArrayList<>();
    for (int i = 0; i < node.get().size(); i++) {
      String where = path(name) + "[" + i + "]";
      if (node.get().get(i).isObject()) {
        objects.add(new JsonFields(node.get().get(i), where, problems));
      } else {
        wrongType(where, "an object, such as {…}", node.get().get(i));
      }
    }
    return objects;
  }

  boolean flag(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      wrongType(path(name), "true or false", node.get());
      return false;
    }
    return node.isPresent() && node.get().booleanValue();
  }

  Optional<Integer> number(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !(node.get().isIntegralNumber() && node.get().canConvertToInt())) {
      wrongType(path(name), "a whole number", node.get());
      return Optional.empty();
    }
    return node.map(JsonNode::intValue);
  }

  /** A field that is one of a few words; empty, with a problem, for another one. */
  Optional<String> word(String name, List<String> allowed) {
    Optional<String> word = text(name);
    if (word.isPresent() && !allowed.contains(word.get())) {
      problems.add(
          Problem.answers(
              "answers-unknown-value",
              path(name),
              "The field “" + path(name) + "” does not know “" + shown(word.get()) + "”.",
              "It is one of: " + String.join(", ", allowed) + ".",
              "Choose one of these."));
      return Optional.empty();
    }
    return word;
  }

  Optional<JsonFields> object(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !node.get().isObject()) {
      wrongType(path(name), "an object, such as {…}", node.get());
      return Optional.empty();
    }
    return node.map(n -> new JsonFields(n, path(name), problems));
  }

  boolean has(String name) {
    return present(name).isPresent();
  }

  void missing(String name, String what) {
    problems.add(
        Problem.answers(
            "answers-missing-field",
            path(name),
            "The field “" + path(name) + "” is missing.",
            "It says " + what + ".",
            "Add it to the answers."));
  }

  /** Ends the reading of this object: what was not asked for is unknown. */
  void finish() {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        problems.add(
            Problem.answers(
                "answers-unknown-field",
                path(shown(name)),
                "There is no field “" + path(shown(name)) + "”.",
                "Allowed "
                    + (path.isEmpty() ? "here" : "in “" + path + "”")
                    + ": "
                    + String.join(", ", known)
                    + ".",
                "Correct the name or take the field out."));
      }
    }
  }

  private Optional<JsonNode> present(String name) {
    known.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private Optional<String> text(JsonNode node, String where) {
    if (!node.isTextual()) {
      wrongType(where, "a text in quotation marks", node);
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  private void wrongType(String where, String wanted, JsonNode found) {
    problems.add(
        Problem.answers(
            "answers-wrong-type",
            where,
            "The field “" + where + "” must be " + wanted + ".",
            "It is " + kind(found) + " here.",
            "Correct the value."));
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case NULL -> "null";
      default -> node.getNodeType().toString().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * What a person typed, short, without a login in an address and without anything that could upset
   * a terminal.
   */
  static String shown(String typed) {
    String text = LOGIN.matcher(typed).replaceAll("://…@");
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(60)
        .forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? '\ufffd' : c));
    return text.codePointCount(0, text.length()) > 60 ? safe + "…" : safe.toString();
  }
}
