package org.megatronsetup.cli;

import java.io.PrintStream;
import java.util.List;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

/** The preflight as text. */
final class VerdictTable {
  private VerdictTable() {}

  static void print(List<Verdict> verdicts, PrintStream out) {
    int width = verdicts.stream().mapToInt(v -> v.title().length()).max().orElse(0);
    for (Verdict verdict : verdicts) {
      out.println(
          "%-9s  %s  %s"
              .formatted(word(verdict.level()), pad(verdict.title(), width), verdict.value()));
      if (!verdict.remedy().isEmpty()) {
        out.println(" ".repeat(13 + width) + "→ " + verdict.remedy());
      }
    }
    out.flush();
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String word(Verdict.Level level) {
    return switch (level) {
      case READY -> Words.of("cli.verdict.ready");
      case ATTENTION -> Words.of("cli.verdict.attention");
      case BLOCKS -> Words.of("cli.verdict.blocks");
    };
  }
}
