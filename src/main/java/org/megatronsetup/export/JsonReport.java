package org.megatronsetup.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.megatronsetup.model.Json;

/** A report as one JSON document: all that a receipt has, and more. */
final class JsonReport {
  private JsonReport() {}

  static String render(Report report) {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is made of plain records", e);
    }
  }
}
