package org.megatronsetup.diagnose;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Json;
import org.megatronsetup.words.Words;

/**
 * Known failures, and how to tell them by a log. The more specific failure wins over the less
 * specific one, and of two alike the one nearest to the end.
 */
public final class FailureBook {
  /** Id of a diagnosis that nothing in the book led to. */
  public static final String UNKNOWN = "unknown";

  /** How many lines may follow a failure that is often survived, such as a repeated download. */
  private static final int NEAR_THE_END = 30;

  private final List<Rule> rules;

  FailureBook(List<KnownFailure> entries) {
    this.rules = entries.stream().map(Rule::of).toList();
  }

  /** An entry with its regular expression ready. */
  private record Rule(KnownFailure entry, Pattern pattern) {
    static Rule of(KnownFailure entry) {
      return new Rule(entry, Pattern.compile(entry.regex()));
    }
  }

  /** The book that comes with this program. */
  public static FailureBook load() {
    return new FailureBook(entries());
  }

  static List<KnownFailure> entries() {
    try (InputStream in = FailureBook.class.getResourceAsStream("/failures.json")) {
      return Json.mapper().readValue(in, new TypeReference<List<KnownFailure>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a log says about the failure of a step; an honest sentence where the book knows nothing.
   *
   * @param logTail the end of the log, of any length, colours and all
   * @param stepId the step that failed, or an empty string
   */
  public Diagnosis diagnose(String logTail, String stepId) {
    LogText log = new LogText(logTail);
    return find(log).orElseGet(() -> unknown(log, stepId));
  }

  /** What the book knows about a text, if it knows anything. */
  public Optional<Diagnosis> find(String text) {
    return find(new LogText(text));
  }

  private Optional<Diagnosis> find(LogText log) {
    KnownFailure best = null;
    int bestAt = -1;
    for (Rule rule : rules) {
      KnownFailure entry = rule.entry();
      if (best != null && entry.priority() < best.priority()) {
        continue;
      }
      int at = lastMatch(rule.pattern(), log);
      boolean counts = at >= 0 && !(entry.last() && log.linesAfter(at) > NEAR_THE_END);
      if (counts && (best == null || entry.priority() > best.priority() || at > bestAt)) {
        best = entry;
        bestAt = at;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnosis(
            best.id(),
            log.lineAt(bestAt),
            Words.of(best.cause()),
            best.remedies().stream().map(KnownFailure.Remedy::text).toList(),
            best.source()));
  }

  /** Where the last match's telling end lies: a match over many lines ends at the evidence. */
  private static int lastMatch(Pattern pattern, LogText log) {
    Matcher matcher = pattern.matcher(log.text());
    int at = -1;
    while (matcher.find()) {
      at = Math.max(matcher.start(), matcher.end() - 1);
    }
    return at;
  }

  private static Diagnosis unknown(LogText log, String stepId) {
    Optional<String> line = log.lastErrorLine();
    return new Diagnosis(
        UNKNOWN,
        line.orElse(""),
        line.isPresent() ? unknownCause(stepId) : unknownSilence(stepId),
        List.of(
            stepId.isEmpty()
                ? Words.of("diagnose.unknown.read")
                : Words.of("diagnose.unknown.read-step", stepId),
            Words.of("diagnose.unknown.search"),
            Words.of("diagnose.unknown.resume")),
        "");
  }

  private static String unknownCause(String stepId) {
    return stepId.isEmpty()
        ? Words.of("diagnose.unknown.cause")
        : Words.of("diagnose.unknown.cause-step", stepId);
  }

  private static String unknownSilence(String stepId) {
    return stepId.isEmpty()
        ? Words.of("diagnose.unknown.silent")
        : Words.of("diagnose.unknown.silent-step", stepId);
  }
}
