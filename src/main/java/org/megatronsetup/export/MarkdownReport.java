package org.megatronsetup.export;

import java.util.List;
import java.util.regex.Pattern;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.validate.Counts;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.validate.Sign;
import org.megatronsetup.words.Words;

/** A report as Markdown, as GitHub shows it. No text of it can become markup. */
final class MarkdownReport {
  private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_\\[\\]|~#@])");

  private final StringBuilder page = new StringBuilder();

  private MarkdownReport() {}

  static String render(Report report) {
    MarkdownReport markdown = new MarkdownReport();
    markdown.write(report);
    return markdown.page.toString();
  }

  private void write(Report report) {
    Counts counts = Counts.of(report.checks());
    page.append("# ").append(Words.of("export.receipt.title")).append("\n\n");
    page.append("**").append(Sign.of(counts.worst()).glyph()).append(' ');
    page.append(escaped(report.summary())).append("**\n\n");
    page.append(counts.words()).append("\n\n");
    table(Words.of("export.receipt.what"), Words.of("export.receipt.value"));
    report.facts().forEach((name, value) -> row(name, value));
    report.groups().forEach(this::group);
    report.plan().ifPresent(plan -> commands(plan.steps()));
    if (!report.packages().isEmpty()) {
      page.append("\n## ").append(Words.of("export.receipt.packages")).append("\n\n");
      table(Words.of("export.receipt.package"), Words.of("export.receipt.version"));
      report.packages().forEach((name, version) -> row(name, version));
    }
  }

  private void group(String name, List<Check> checks) {
    page.append("\n## ").append(escaped(name)).append("\n\n");
    page.append(Counts.of(checks).words()).append("\n\n");
    table(
        Words.of("export.receipt.state"),
        Words.of("export.receipt.check"),
        Words.of("export.receipt.version"),
        Words.of("export.receipt.time"),
        Words.of("export.receipt.found"));
    for (Check check : checks) {
      row(
          Sign.of(check.status()).text(),
          check.title(),
          check.version().orElse(""),
          Seconds.of(check),
          check.summary());
    }
    checks.forEach(this::more);
  }

  /** What does not fit into a table: why, what to do, and everything that was printed. */
  private void more(Check check) {
    boolean help = check.wanting() && !(check.cause() + check.remedy()).isBlank();
    if (!help && check.detail().isBlank()) {
      return;
    }
    page.append("\n<details").append(check.wanting() ? " open" : "").append(">\n<summary>");
    page.append(Html.escaped(Sign.of(check.status()).glyph() + " " + check.title()));
    page.append("</summary>\n");
    if (help) {
      labelled(Words.of("export.receipt.cause"), check.cause());
      labelled(Words.of("export.receipt.remedy"), check.remedy());
    }
    if (!check.detail().isBlank()) {
      page.append('\n');
      fenced(check.detail().stripTrailing() + "\n", "text");
    }
    page.append("\n</details>\n");
  }

  private void labelled(String label, String text) {
    if (!text.isBlank()) {
      page.append("\n**").append(label).append(":** ");
      // one paragraph: a line of its own might begin a list
      page.append(escaped(text.strip()).replaceAll("\\s*\n\\s*", "<br>")).append('\n');
    }
  }

  private void commands(List<Step> steps) {
    page.append("\n## ").append(Words.of("export.receipt.commands")).append('\n');
    for (Step step : steps) {
      page.append("\n### ").append(escaped(step.title())).append("\n\n");
      page.append(escaped(step.why())).append("\n\n");
      fenced(Printable.of(ShellText.render(step.commands())), "sh");
    }
  }

  /**
   * A block whose fence is longer than any run of backticks in it, so that nothing in it ends it.
   */
  private void fenced(String text, String language) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    page.append(fence).append(language).append('\n').append(text).append(fence).append('\n');
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

  private void table(String... columns) {
    row(columns);
    page.append("| --- ".repeat(columns.length)).append("|\n");
  }

  private void row(String... cells) {
    for (String cell : cells) {
      page.append("| ").append(escaped(cell.replaceAll("\\s+", " "))).append(' ');
    }
    page.append("|\n");
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .replaceAll("\\\\$1");
  }
}
