package org.megatronsetup.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

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

  String requiredText(String name, String cause) {
    Optional<JsonNode> node = present(name);
    if (node.isEmpty()) {
      missing(name, cause);
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
      wrongType(
          path(name),
          Words.of("plan.answers-wrong-type.sentence.texts", path(name), "[\"…\", \"…\"]"),
          node.get());
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
      wrongType(
          path(name),
          Words.of("plan.answers-wrong-type.sentence.objects", path(name), "[{…}, {…}]"),
          node.get());
      return List.of();
    }
    List<JsonFields> objects = new ArrayList<>();
    for (int i = 0; i < node.get().size(); i++) {
      String where = path(name) + "[" + i + "]";
      if (node.get().get(i).isObject()) {
        objects.add(new JsonFields(node.get().get(i), where, problems));
      } else {
        notAnObject(where, node.get().get(i));
      }
    }
    return objects;
  }

  boolean flag(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      wrongType(
          path(name), Words.of("plan.answers-wrong-type.sentence.flag", path(name)), node.get());
      return false;
    }
    return node.isPresent() && node.get().booleanValue();
  }

  Optional<Integer> number(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !(node.get().isIntegralNumber() && node.get().canConvertToInt())) {
      wrongType(
          path(name), Words.of("plan.answers-wrong-type.sentence.number", path(name)), node.get());
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
              Words.of("plan.answers-unknown-value.sentence", path(name), shown(word.get())),
              Words.of("plan.answers-unknown-value.cause", String.join(", ", allowed)),
              Words.of("plan.answers-unknown-value.next")));
      return Optional.empty();
    }
    return word;
  }

  Optional<JsonFields> object(String name) {
    Optional<JsonNode> node = present(name);
    if (node.isPresent() && !node.get().isObject()) {
      notAnObject(path(name), node.get());
      return Optional.empty();
    }
    return node.map(n -> new JsonFields(n, path(name), problems));
  }

  boolean has(String name) {
    return present(name).isPresent();
  }

  /**
   * A field that has to be there is not.
   *
   * @param cause what the field is for, in a sentence
   */
  void missing(String name, String cause) {
    problems.add(
        Problem.answers(
            "answers-missing-field",
            path(name),
            Words.of("plan.answers-missing-field.sentence", path(name)),
            cause,
            Words.of("plan.answers-missing-field.next")));
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
                Words.of("plan.answers-unknown-field.sentence", path(shown(name))),
                allowed(),
                Words.of("plan.answers-unknown-field.next")));
      }
    }
  }

  private String allowed() {
    String names = String.join(", ", known);
    return path.isEmpty()
        ? Words.of("plan.answers-unknown-field.cause.top", names)
        : Words.of("plan.answers-unknown-field.cause", path, names);
  }

  private Optional<JsonNode> present(String name) {
    known.add(name);
    JsonNode node = object.get(name);
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private Optional<String> text(JsonNode node, String where) {
    if (!node.isTextual()) {
      wrongType(where, Words.of("plan.answers-wrong-type.sentence.text", where), node);
      return Optional.empty();
    }
    return Optional.of(node.textValue());
  }

  private void notAnObject(String where, JsonNode found) {
    wrongType(where, Words.of("plan.answers-wrong-type.sentence.object", where, "{…}"), found);
  }

  private void wrongType(String where, String sentence, JsonNode found) {
    problems.add(
        Problem.answers(
            "answers-wrong-type",
            where,
            sentence,
            is(found),
            Words.of("plan.answers-wrong-type.next")));
  }

  private static String is(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> Words.of("plan.answers-wrong-type.cause.list");
      case OBJECT -> Words.of("plan.answers-wrong-type.cause.object");
      case STRING -> Words.of("plan.answers-wrong-type.cause.text");
      case BOOLEAN -> Words.of("plan.answers-wrong-type.cause.flag");
      case NUMBER -> Words.of("plan.answers-wrong-type.cause.number");
      // a document that was read holds nothing else
      default -> Words.of("plan.answers-wrong-type.cause.null");
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
