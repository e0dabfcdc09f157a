package org.megatronsetup.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.validate.Counts;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.validate.Sign;
import org.megatronsetup.words.Words;

/**
 * A report as one page that needs nothing beside it: light or dark as its reader's system, and
 * without a script.
 */
final class HtmlReport {
  private static final String STYLES = "/export/report.css";

  /** It may scroll inside, so the keyboard must be able to go there. */
  private static final String PRINTED = "<pre tabindex=\"0\">";

  private final Html html = new Html();

  private HtmlReport() {}

  static String render(Report report) {
    HtmlReport page = new HtmlReport();
    page.write(report);
    return page.html.toString();
  }

  private void write(Report report) {
    Counts counts = Counts.of(report.checks());
    html.raw(
        "<!DOCTYPE html>\n<html lang=\""
            + Words.locale().toLanguageTag()
            + "\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    html.element("title", "", Words.of("export.receipt.window", report.summary()));
    html.raw("<style>\n").raw(styles()).raw("</style>\n</head>\n<body>\n");
    html.element("h1", "", Words.of("export.receipt.title"));
    html.open("p", "summary " + style(counts.worst()));
    html.element("span", "glyph", String.valueOf(Sign.of(counts.worst()).glyph()));
    html.text(report.summary()).close("p");
    html.element("p", "counts", counts.words());
    html.open("dl", "facts");
    report.facts().forEach((name, value) -> html.element("dt", "", name).element("dd", "", value));
    html.close("dl");
    report.groups().forEach(this::group);
    report.plan().ifPresent(plan -> commands(plan.steps()));
    packages(report.packages());
    html.raw("</body>\n</html>\n");
  }

  private static String style(Check.Status status) {
    return Sign.of(status).word();
  }

  private void group(String name, List<Check> checks) {
    html.raw("<section>\n").open("h2", "").text(name).raw(" ");
    html.element("small", "", Counts.of(checks).words()).close("h2");
    html.raw("<table>\n<thead>\n<tr>");
    List.of(
            Words.of("export.receipt.state"),
            Words.of("export.receipt.check"),
            Words.of("export.receipt.version"),
            Words.of("export.receipt.time"))
        .forEach(head -> html.raw("<th scope=\"col\">").text(head).raw("</th>"));
    html.raw("</tr>\n</thead>\n<tbody>\n");
    checks.forEach(this::row);
    html.raw("</tbody>\n</table>\n</section>\n");
  }

  private void row(Check check) {
    html.open("tr", style(check.status()));
    html.open("td", "state").open("span", "glyph");
    html.text(String.valueOf(Sign.of(check.status()).glyph())).raw("</span> ");
    html.text(Sign.of(check.status()).word()).close("td");
    html.open("td", "check").element("div", "title", check.title());
    html.element("div", "found", check.summary());
    if (check.wanting()) {
      labelled(Words.of("export.receipt.cause"), check.cause());
      labelled(Words.of("export.receipt.remedy"), check.remedy());
    }
    if (!check.detail().isBlank()) {
      folded(Words.of("export.receipt.details"), check.wanting(), check.detail().stripTrailing());
    }
    html.close("td");
    html.element("td", "version", check.version().orElse(""));
    html.element("td", "time", Seconds.of(check)).close("tr");
  }

  private void labelled(String label, String text) {
    if (!text.isBlank()) {
      html.open("div", "help").raw("<b>").text(label).raw("</b> ").text(text).close("div");
    }
  }

  private void folded(String title, boolean open, String text) {
    html.raw(open ? "<details open=\"open\">" : "<details>");
    html.element("summary", "", title).raw(PRINTED).text(text).close("pre").close("details");
  }

  private void commands(List<Step> steps) {
    html.raw("<section>\n").element("h2", "", Words.of("export.receipt.commands"));
    for (Step step : steps) {
      html.element("h3", "", step.title()).element("p", "", step.why());
      html.raw(PRINTED)
          .text(Printable.of(ShellText.render(step.commands())).stripTrailing())
          .close("pre");
    }
    html.raw("</section>\n");
  }

  private void packages(Map<String, String> packages) {
    if (packages.isEmpty()) {
      return;
    }
    html.raw("<section>\n").open("h2", "").text(Words.of("export.receipt.packages") + " ");
    html.element("small", "", String.valueOf(packages.size())).close("h2");
    html.raw("<details>")
        .element("summary", "", Words.of("export.receipt.all-versions"))
        .open("dl", "facts");
    packages.forEach((name, version) -> html.element("dt", "", name).element("dd", "", version));
    html.close("dl").close("details").raw("</section>\n");
  }

  private static String styles() {
    try (InputStream file = HtmlReport.class.getResourceAsStream(STYLES)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
