package org.megatronsetup.export;

import java.util.Locale;

/** What a report can be written as. */
public enum ReportFormat {
  MARKDOWN("md"),
  HTML("html"),
  JSON("json");

  private final String suffix;

  ReportFormat(String suffix) {
    this.suffix = suffix;
  }

  /** The whole document, ending in a newline. */
  public String render(Report report) {
    return switch (this) {
      case MARKDOWN -> MarkdownReport.render(report);
      case HTML -> HtmlReport.render(report);
      case JSON -> JsonReport.render(report);
    };
  }

  /** A name for its file, such as {@code receipt.md}. */
  public String fileName() {
    return "receipt." + suffix;
  }

  /** The last part of the keys of its texts, such as {@code markdown}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
