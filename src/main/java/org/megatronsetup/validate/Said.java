package org.megatronsetup.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.megatronsetup.words.Words;

/**
 * What the ladder says: the text of a tool, which stays as it is, or a sentence of this program by
 * its key and its values. So the scripts on the target speak every language.
 */
final class Said {
  private static final List<String> FIELDS =
      List.of("group", "title", "summary", "detail", "cause", "remedy");

  private Said() {}

  /** A line of the ladder with its sentences as text. */
  static JsonNode inWords(JsonNode line) {
    if (line instanceof ObjectNode fields) {
      FIELDS.stream()
          .filter(name -> fields.path(name).isObject())
          .forEach(name -> fields.put(name, text(fields.path(name))));
    }
    return line;
  }

  private static String text(JsonNode said) {
    if (!said.isObject()) {
      return said.asText();
    }
    return Words.of(
        said.path("words").asText(),
        StreamSupport.stream(said.path("values").spliterator(), false).map(Said::text).toArray());
  }
}
