package org.megatronsetup.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

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
    page.append("# Megatron Core: receipt\n\n");
    page.append(Validation.summary(receipt.checks())).append("\n\n");
    table(page, List.of("What", "Value"));
    row(page, "Version", receipt.release().version().orElse("unknown"));
    receipt.release().commit().ifPresent(hash -> row(page, "Commit", "`" + hash + "`"));
    row(page, "Interpreter", "`" + receipt.plan().python() + "`");
    row(page, "Environment", "`" + receipt.plan().environmentRoot() + "`");
    extras(receipt).ifPresent(extras -> row(page, "Extras", extras));
    row(page, "Source", receipt.release().source());
    row(page, "Finished", receipt.finished().toString());
    row(page, "Run", receipt.runId());
    row(page, "Made by", receipt.program());
    page.append("\n## Commands\n");
    receipt.plan().steps().forEach(step -> step(page, step));
    page.append("\n## Checks\n\n");
    table(page, List.of("Check", "Result", "What was found"));
    receipt.checks().forEach(check -> check(page, check));
    page.append("\n## Packages\n\n");
    table(page, List.of("Package", "Version"));
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
    row(page, check.title(), check.status().name().toLowerCase(Locale.ROOT), found);
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
