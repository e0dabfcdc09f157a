package org.megatronsetup.wizard.validation;

import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.validate.Counts;
import org.megatronsetup.validate.Validation;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/**
 * The result in a sentence that one can say aloud.
 *
 * @param detail how many of each; empty while there is none
 */
record Summary(Tone tone, String sentence, String detail) {

  /** Of a validation that went through to its end. */
  static Summary of(List<Check> checks, Texts texts) {
    Counts counts = Counts.of(checks);
    return new Summary(Tone.of(counts.worst()), sentence(checks, counts, texts), counts.words());
  }

  private static String sentence(List<Check> checks, Counts counts, Texts texts) {
    // all are asked for, so one that stands alone is the one without which none can begin
    return checks.size() == 1 && counts.failed() == 1
        ? texts.get("validate.summary.begin", checks.getFirst().title())
        : Validation.summary(checks);
  }

  /** While they run. */
  static Summary running(String sentence, List<Check> soFar, Texts texts) {
    return new Summary(Tone.ACTIVE, sentence, Counts.of(soFar).words());
  }

  /** Of checks that the person ended early. */
  static Summary stopped(List<Check> soFar, Texts texts) {
    Counts counts = Counts.of(soFar);
    String sentence;
    if (soFar.isEmpty()) {
      sentence = texts.get("validate.summary.stopped.before");
    } else if (counts.failed() == 0) {
      sentence = texts.count("validate.summary.stopped.good", soFar.size());
    } else {
      sentence =
          texts.get(
              "validate.summary.stopped.bad",
              soFar.size(),
              String.join(", ", Validation.titles(soFar, Status.FAILED)));
    }
    return new Summary(counts.failed() > 0 ? Tone.BAD : Tone.NEUTRAL, sentence, counts.words());
  }

  /**
   * Of checks that came to no end by themselves.
   *
   * @param contact whether that is because nobody answers any more
   */
  static Summary broken(boolean contact, List<Check> soFar, Texts texts) {
    String key =
        !contact
            ? "validate.summary.broken"
            : soFar.isEmpty() ? "validate.summary.lost.before" : "validate.summary.lost";
    Counts counts = Counts.of(soFar);
    return new Summary(
        counts.failed() > 0 ? Tone.BAD : Tone.CAUTION, texts.get(key), counts.words());
  }
}
