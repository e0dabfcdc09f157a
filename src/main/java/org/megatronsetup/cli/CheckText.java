package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.model.Check;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.validate.Sign;
import org.megatronsetup.words.Words;

/** One row of the validation as text. */
final class CheckText {
  private static final String INDENT = " ".repeat(13);

  private CheckText() {}

  static void print(Check check, PrintStream out) {
    Sign sign = Sign.of(check.status());
    out.println(
        "  %s %-8s %-36s %-16s %6.1f s  %s"
            .formatted(
                sign.glyph(),
                sign.word(),
                check.title(),
                check.version().orElse(""),
                check.seconds(),
                Printable.line(check.summary()))
            .stripTrailing());
    if (check.wanting()) {
      if (!check.cause().isEmpty()) {
        out.println(INDENT + Words.of("cli.check.cause", indented(check.cause())));
      }
      if (!check.remedy().isEmpty()) {
        out.println(INDENT + Words.of("cli.check.remedy", indented(check.remedy())));
      }
    }
    out.flush();
  }

  private static String indented(String text) {
    return Printable.of(text).strip().replace("\n", "\n                     ");
  }
}
