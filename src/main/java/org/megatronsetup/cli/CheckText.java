package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.model.Check;
import org.megatronsetup.words.Words;

/** One row of the validation as text. */
final class CheckText {
  private static final String INDENT = " ".repeat(13);

  private CheckText() {}

  static void print(Check check, PrintStream out) {
    out.println(
        "  %s %-8s %-36s %-16s %6.1f s  %s"
            .formatted(
                glyph(check.status()),
                word(check.status()),
                check.title(),
                check.version().orElse(""),
                check.seconds(),
                check.summary())
            .stripTrailing());
    if (check.status() == Check.Status.FAILED || check.status() == Check.Status.WARNING) {
      if (!check.cause().isEmpty()) {
        out.println(INDENT + Words.of("cli.check.cause", check.cause()));
      }
      if (!check.remedy().isEmpty()) {
        out.println(INDENT + Words.of("cli.check.remedy", check.remedy()));
      }
    }
    out.flush();
  }

  private static String glyph(Check.Status status) {
    return switch (status) {
      case PASSED -> "✔";
      case WARNING -> "!";
      case FAILED -> "✘";
      case SKIPPED -> "–";
    };
  }

  private static String word(Check.Status status) {
    return switch (status) {
      case PASSED -> Words.of("cli.check.passed");
      case WARNING -> Words.of("cli.check.warning");
      case FAILED -> Words.of("cli.check.failed");
      case SKIPPED -> Words.of("cli.check.skipped");
    };
  }
}
