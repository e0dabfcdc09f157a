package org.megatronsetup.export;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.validate.Validation;
import org.megatronsetup.words.Words;

/**
 * What is kept of a validation: the receipt with the machine, the interpreter and the sentence
 * about all rows. Where no run is known, what only a run knows is empty. What checks printed is
 * made {@link Printable} here, once for all formats.
 *
 * @param target what the machine is called
 * @param python path of the interpreter that was validated, on the target
 * @param packages name to version; empty where the interpreter could not say
 */
public record Report(
    int schemaVersion,
    String program,
    Optional<String> runId,
    String target,
    String python,
    Instant finished,
    String summary,
    Optional<Answers> answers,
    Optional<ReleaseMetadata> release,
    Optional<Plan> plan,
    Map<String, String> packages,
    List<Check> checks) {

  public Report {
    checks = checks.stream().map(Report::printable).toList();
    summary = Printable.line(summary);
    Map<String, String> versions = new TreeMap<>();
    packages.forEach(
        (name, version) -> versions.put(Printable.line(name), Printable.line(version)));
    packages = Collections.unmodifiableMap(versions);
  }

  /** Of a run. */
  public static Report of(String target, Receipt receipt) {
    return new Report(
        receipt.schemaVersion(),
        receipt.program(),
        Optional.of(receipt.runId()),
        target,
        receipt.plan().python(),
        receipt.finished(),
        Validation.summary(receipt.checks()),
        Optional.of(receipt.answers()),
        Optional.of(receipt.release()),
        Optional.of(receipt.plan()),
        receipt.packages(),
        receipt.checks());
  }

  /** Of an interpreter that no run is known of. */
  public static Report of(
      String target,
      String program,
      String python,
      Instant finished,
      Map<String, String> packages,
      List<Check> checks) {
    return new Report(
        Receipt.SCHEMA_VERSION,
        program,
        Optional.empty(),
        target,
        python,
        finished,
        Validation.summary(checks),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        packages,
        checks);
  }

  private static Check printable(Check check) {
    return new Check(
        check.id(),
        Printable.line(check.group()),
        Printable.line(check.title()),
        check.status(),
        Printable.line(check.summary()),
        check.version().map(Printable::line),
        check.seconds(),
        Printable.of(check.detail()),
        Printable.of(check.cause()),
        Printable.of(check.remedy()),
        check.mend());
  }

  /** The rows under their headings, both in their order. */
  Map<String, List<Check>> groups() {
    Map<String, List<Check>> groups = new LinkedHashMap<>();
    checks.stream()
        .map(Check::group)
        .distinct()
        .forEach(
            name -> groups.put(name, checks.stream().filter(c -> c.group().equals(name)).toList()));
    return groups;
  }

  /** Name and value of what stands at the top. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    release
        .flatMap(ReleaseMetadata::version)
        .ifPresent(v -> facts.put(Words.of("export.receipt.version"), v));
    release
        .flatMap(ReleaseMetadata::commit)
        .ifPresent(hash -> facts.put(Words.of("export.receipt.commit"), hash));
    facts.put(Words.of("export.receipt.machine"), target);
    facts.put(Words.of("export.receipt.interpreter"), python);
    plan.ifPresent(p -> facts.put(Words.of("export.receipt.environment"), p.environmentRoot()));
    answers
        .map(Report::chosen)
        .filter(c -> !c.isEmpty())
        .ifPresent(c -> facts.put(Words.of("export.receipt.extras"), c));
    release.ifPresent(r -> facts.put(Words.of("export.receipt.source"), r.source()));
    facts.put(Words.of("export.receipt.finished"), finished.toString());
    runId.ifPresent(id -> facts.put(Words.of("export.receipt.run"), id));
    facts.put(Words.of("export.receipt.made-by"), program);
    facts.replaceAll((name, value) -> Printable.line(value));
    return facts;
  }

  private static String chosen(Answers answers) {
    return String.join(
        ", ", Stream.concat(answers.extras().stream(), answers.requirements().stream()).toList());
  }
}
