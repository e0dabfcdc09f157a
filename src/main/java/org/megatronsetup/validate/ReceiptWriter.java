package org.megatronsetup.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/** Writes a receipt for machines (JSON) and for people (Markdown). Neither holds a secret. */
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

  /** The receipt as a page to read and to keep. */
  public static String markdown(Receipt receipt) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(Words.of("validate.receipt.title")).append("\n\n");
    page.append(Validation.summary(receipt.checks())).append("\n\n");
    table(page, List.of(Words.of("validate.receipt.what"), Words.of("validate.receipt.value")));
    row(
        page,
        Words.of("validate.receipt.version"),
        receipt.release().version().orElseGet(() -> Words.of("validate.receipt.unknown")));
    receipt
        .release()
        .commit()
        .ifPresent(hash -> row(page, Words.of("validate.receipt.commit"), "`" + hash + "`"));
    row(page, Words.of("validate.receipt.interpreter"), "`" + receipt.plan().python() + "`");
    row(
        page,
        Words.of("validate.receipt.environment"),
        "`" + receipt.plan().environmentRoot() + "`");
    extras(receipt).ifPresent(extras -> row(page, Words.of("validate.receipt.extras"), extras));
    row(page, Words.of("validate.receipt.source"), receipt.release().source());
    row(page, Words.of("validate.receipt.finished"), receipt.finished().toString());
    row(page, Words.of("validate.receipt.run"), receipt.runId());
    row(page, Words.of("validate.receipt.made-by"), receipt.program());
    page.append("\n## ").append(Words.of("validate.receipt.commands")).append('\n');
    receipt.plan().steps().forEach(step -> step(page, step));
    page.append("\n## ").append(Words.of("validate.receipt.checks")).append("\n\n");
    table(
        page,
        List.of(
            Words.of("validate.receipt.check"),
            Words.of("validate.receipt.result"),
            Words.of("validate.receipt.found")));
    receipt.checks().forEach(check -> check(page, check));
    page.append("\n## ").append(Words.of("validate.receipt.packages")).append("\n\n");
    table(
        page, List.of(Words.of("validate.receipt.package"), Words.of("validate.receipt.version")));
    receipt.packages().forEach((name, version) -> row(page, name, version));
    return page.toString();
  }

  private static Optional<String> extras(Receipt receipt) {
    String all =
        Stream.concat(
                receipt.answers().extras().stream(), receipt.answers().requirements().stream())
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private static void step(StringBuilder page, Step step) {
    page.append("\n### ").append(step.title()).append("\n\n").append(step.why()).append("\n\n");
    String commands = ShellText.render(step.commands());
    // longer than any run of backticks in the text, so that nothing in it ends the block
    String fence = "`".repeat(Math.max(3, longestRun(commands) + 1));
    page.append(fence).append("sh\n").append(commands).append(fence).append('\n');
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static void check(StringBuilder page, Check check) {
    String found =
        check.summary()
            + (check.cause().isEmpty() ? "" : " " + check.cause())
            + (check.remedy().isEmpty() ? "" : " " + check.remedy());
    row(page, check.title(), word(check.status()), found);
  }

  private static String word(Check.Status status) {
    return switch (status) {
      case PASSED -> Words.of("validate.receipt.passed");
      case WARNING -> Words.of("validate.receipt.warning");
      case FAILED -> Words.of("validate.receipt.failed");
      case SKIPPED -> Words.of("validate.receipt.skipped");
    };
  }

  private static void table(StringBuilder page, List<String> columns) {
    row(page, columns.toArray(String[]::new));
    page.append("| --- ".repeat(columns.size())).append("|\n");
  }

  private static void row(StringBuilder page, String... cells) {
    for (String cell : cells) {
      page.append("| ").append(cell.replace("|", "\\|").replaceAll("\\s+", " ")).append(' ');
    }
    page.append("|\n");
  }
}
