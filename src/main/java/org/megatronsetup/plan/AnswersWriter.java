package org.megatronsetup.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Json;

/** {@link Answers} → JSON that a person can read and edit: fields always in the same order. */
public final class AnswersWriter {
  private static final ObjectWriter WRITER = Json.mapper().writer(printer());

  private AnswersWriter() {}

  /** The JSON document, ending in a newline. {@link AnswersReader} reads the same answers back. */
  public static String write(Answers answers) {
    try {
      return WRITER.writeValueAsString(answers) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers can be written", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter()
        .withArrayIndenter(indenter)
        .withObjectIndenter(indenter)
        .withSeparators(
            PrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER));
  }
}
