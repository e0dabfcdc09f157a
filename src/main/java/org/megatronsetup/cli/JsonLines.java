package org.megatronsetup.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import org.megatronsetup.model.Json;

/** Writes one JSON value a line. */
final class JsonLines {
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
