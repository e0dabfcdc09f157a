package org.megatronsetup.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a step as one logical line of shell, for a Dockerfile: there every line but the last
 * ends in a backslash, so what a line break meant is written as a semicolon. Comments and empty
 * lines are left out. Docker's old builder, BuildKit and buildah read it alike; here-documents are
 * known to only some of them, so there is none.
 *
 * <p>It understands what plans are made of, not all of sh; what it does not understand it refuses.
 */
final class RunLines {
  /** After these a command begins anyway, and a semicolon would be an error. */
  private static final Pattern OPENS =
      Pattern.compile(
          "(.*; *)?(then|do|else)|.*(^|[ )])\\{|case .* in|.*(&&|\\|\\||[|;&(])", Pattern.DOTALL);

  private final List<String> lines = new ArrayList<>();
  private boolean continued;

  private RunLines() {}

  /**
   * The lines, without the backslashes between them.
   *
   * @param text as {@code ShellText} renders it
   * @throws IllegalArgumentException for text that cannot be written so
   */
  static List<String> of(String text) {
    RunLines run = new RunLines();
    text.lines().forEach(run::add);
    if (run.continued) {
      throw refused("a line that goes on, and nothing after it", text);
    }
    int last = run.lines.size() - 1;
    if (last >= 0) {
      run.lines.set(last, run.lines.get(last).replaceFirst("(?<!;);$", ""));
    }
    return List.copyOf(run.lines);
  }

  private void add(String line) {
    String bare = line.strip();
    if (!continued && (bare.isEmpty() || bare.startsWith("#"))) {
      return;
    }
    check(bare);
    boolean goesOn = bare.endsWith("\\");
    String kept = line.stripTrailing();
    if (goesOn) {
      kept = kept.substring(0, kept.length() - 1);
      if (!kept.endsWith(" ")) {
        throw refused("a word that is broken over two lines", line);
      }
      lines.add(kept.stripTrailing());
    } else {
      lines.add(OPENS.matcher(bare).matches() ? kept : kept + ";");
    }
    continued = goesOn;
  }

  /** Refuses what would mean something else on one line: quotes left open, comments, documents. */
  private static void check(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean last = i == line.length() - 1;
      if (c == '\\' && quote != '\'' && !last) {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
        throw refused("a comment behind a command", line);
      } else if (line.startsWith("<<", i)) {
        throw refused("a here-document", line);
      }
    }
    if (quote != 0) {
      throw refused("a quoted word that goes over lines", line);
    }
  }

  private static IllegalArgumentException refused(String what, String line) {
    return new IllegalArgumentException("A Dockerfile cannot hold " + what + ": " + line);
  }
}
