package org.megatronsetup.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Receipt;

/** Writes the receipt that a run keeps; there is no secret in it. */
public final class ReceiptWriter {
  private ReceiptWriter() {}

  /** The receipt as the model's record in JSON, indented, with a final newline. */
  public static String json(Receipt receipt) {
    try {
      return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(receipt) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a receipt is made of plain records", e);
    }
  }
}
