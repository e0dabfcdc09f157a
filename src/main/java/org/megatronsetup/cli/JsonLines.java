package org.megatronsetup.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.megatronsetup.model.Json;

/** Writes one JSON value a line. */
final class JsonLines {
  private static final String EVENT = "event";

  private final PrintStream out;

  JsonLines(PrintStream out) {
    this.out = out;
  }

  void write(Object value) {
    try {
      out.println(Json.mapper().writeValueAsString(value));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An event, its name first. */
  void event(String name) {
    write(Map.of(EVENT, name));
  }

  /** An event with what it is about. */
  void event(String name, String key, Object value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(EVENT, name);
    members.put(key, value);
    write(members);
  }

  /** A whole document, indented, for people who read JSON. */
  void document(Object value) {
    try {
      out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
