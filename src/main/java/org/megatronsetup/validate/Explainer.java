package org.megatronsetup.validate;

import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.words.Words;

/** Gives a row that says what is wrong, but not why, its cause and remedy from the failure book. */
final class Explainer {
  private final FailureBook book;

  Explainer(FailureBook book) {
    this.book = book;
  }

  Check explain(Check row) {
    if (!row.wanting() || !(row.cause().isEmpty() || row.remedy().isEmpty())) {
      return row;
    }
    // the summary last: it is the line nearest to the cause
    Diagnosis known = book.diagnose(row.detail() + "\n" + row.summary(), "");
    String cause = row.cause();
    String remedy = row.remedy();
    if (!known.id().equals(FailureBook.UNKNOWN)) {
      cause = cause.isEmpty() ? known.cause() : cause;
      remedy = remedy.isEmpty() ? String.join("\n", known.remedies()) : remedy;
    }
    return new Check(
        row.id(),
        row.group(),
        row.title(),
        row.status(),
        row.summary(),
        row.version(),
        row.seconds(),
        row.detail(),
        cause.isEmpty() ? Words.of("validate.unknown.cause") : cause,
        remedy.isEmpty() ? Words.of("validate.unknown.remedy") : remedy,
        row.mend());
  }
}
