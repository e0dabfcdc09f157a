package org.megatronsetup.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Makes rows of what the ladder prints, line by line. */
final class RowReader implements Shell.OutputSink {
  private static final int MAX_NOTES = 64 * 1024;
  private static final int FAILED_ROWS = 1;
  private static final int WRONG_USAGE = 2;

  private final Explainer explainer;
  private final ValidationListener listener;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder errors = new StringBuilder();
  private final StringBuilder stray = new StringBuilder();
  private final List<Check> rows = new ArrayList<>();
  private Optional<JsonNode> underWay = Optional.empty();
  private boolean silent;

  RowReader(Explainer explainer, ValidationListener listener) {
    this.explainer = explainer;
    this.listener = listener;
  }

  /** Nothing more is heard: whoever was interrupted does not expect another row. */
  synchronized void silence() {
    silent = true;
  }

  @Override
  public synchronized void output(byte[] buffer, int length) {
    if (silent) {
      return;
    }
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (buffer[i] == '\n') {
        line.write(buffer, from, i - from);
        from = i + 1;
        take(line.toString(StandardCharsets.UTF_8));
        line.reset();
      }
    }
    line.write(buffer, from, length - from);
  }

  @Override
  public synchronized void errors(byte[] buffer, int length) {
    note(errors, new String(buffer, 0, length, StandardCharsets.UTF_8));
  }

  private static void note(StringBuilder notes, String text) {
    notes.append(text);
    if (notes.length() > 2 * MAX_NOTES) {
      notes.delete(0, notes.length() - MAX_NOTES);
    }
  }

  private void take(String text) {
    try {
      JsonNode fields = Said.inWords(Json.mapper().readTree(text));
      if (fields.has("started")) {
        underWay = Optional.of(fields);
        listener.started(text(fields, "started"), text(fields, "group"), text(fields, "title"));
      } else if (fields.has("status")) {
        underWay = Optional.empty();
        add(Json.mapper().treeToValue(fields, Check.class));
      }
    } catch (JsonProcessingException e) {
      // an interpreter's own start-up files may print what they like
      note(stray, text + "\n");
    }
  }

  private static String text(JsonNode fields, String name) {
    return fields.path(name).asText();
  }

  private void add(Check row) {
    Check explained = explainer.explain(row);
    rows.add(explained);
    listener.accept(explained);
  }

  /** All rows, with one more if the ladder came to an end before its time. */
  synchronized List<Check> finish(int exitStatus, String python) {
    if (exitStatus == WRONG_USAGE && rows.isEmpty() && underWay.isEmpty()) {
      throw new SetupException(
          Problem.answers(
              "no-such-check",
              "only",
              Words.of(
                  "validate.no-such-check.sentence",
                  lastWords().replaceFirst("^no such check: ", "")),
              Words.of("validate.no-such-check.cause"),
              Words.of("validate.no-such-check.next")));
    }
    boolean failed = rows.stream().anyMatch(row -> row.status() == Status.FAILED);
    boolean whole =
        underWay.isEmpty() && (exitStatus == 0 || (exitStatus == FAILED_ROWS && failed));
    if (!whole) {
      add(cutShort(exitStatus, python));
    }
    return List.copyOf(rows);
  }

  private String lastWords() {
    // the two streams race each other; the one for errors knows more
    String said = (errors.isEmpty() ? stray : errors).toString().strip();
    return said.substring(said.lastIndexOf('\n') + 1).strip();
  }

  private Check cutShort(int exitStatus, String python) {
    String said = (stray + "\n" + errors).strip();
    String last = lastWords();
    boolean neverBegan = rows.isEmpty() && underWay.isEmpty();
    String id = neverBegan ? "interpreter" : "validation";
    String title =
        neverBegan ? Words.of("validate.interpreter.title") : Words.of("validate.cut-short.title");
    String group = Words.of("validate.group.packages");
    if (underWay.isPresent()) {
      id = text(underWay.get(), "started");
      title = text(underWay.get(), "title");
      group = text(underWay.get(), "group");
    }
    return new Check(
        id,
        group,
        title,
        Status.FAILED,
        neverBegan ? notStarted(python, exitStatus, last) : notFinished(exitStatus, last),
        Optional.empty(),
        0,
        said,
        neverBegan ? Words.of("validate.not-started.cause") : Words.of("validate.cut-short.cause"),
        neverBegan
            ? Words.of("validate.not-started.remedy", python)
            : Words.of("validate.cut-short.remedy"));
  }

  private static String notStarted(String python, int exitStatus, String last) {
    return last.isEmpty()
        ? Words.of("validate.not-started", python, exitStatus)
        : Words.of("validate.not-started-said", python, exitStatus, last);
  }

  private static String notFinished(int exitStatus, String last) {
    return last.isEmpty()
        ? Words.of("validate.cut-short", exitStatus)
        : Words.of("validate.cut-short-said", exitStatus, last);
  }
}
