package org.megatronsetup.export;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.validate.Counts;
import org.megatronsetup.words.Words;

/** How many rows say what, in words; what there is none of is left out. */
final class CountWords {
  private CountWords() {}

  static String of(Counts counts) {
    List<String> words = new ArrayList<>();
    if (counts.passed() > 0) {
      words.add(Words.of("export.receipt.count.passed", counts.passed()));
    }
    if (counts.warnings() > 0) {
      words.add(Words.count("export.receipt.count.warning", counts.warnings()));
    }
    if (counts.failed() > 0) {
      words.add(Words.of("export.receipt.count.failed", counts.failed()));
    }
    if (counts.skipped() > 0) {
      words.add(Words.of("export.receipt.count.skipped", counts.skipped()));
    }
    return String.join(", ", words);
  }
}
