package org.megatronsetup.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of a log, made fit for searching: no colours, progress bars folded, and neither the whole
 * nor one line of it so long that a regular expression takes its time.
 */
final class LogText {
  static final int MAX_LENGTH = 256 * 1024;
  static final int MAX_LINE = 2000;

  private static final Pattern CONTROL =
      Pattern.compile(
          "\u001B(?:\\[[0-?]*["
              + " -/]*[@-~]|\\][^\u0007\u001B]{0,999}(?:\u0007|\u001B\\\\)|[@-Z\\\\-_])");
  private static final Pattern ERROR =
      Pattern.compile(
          "(?:^|[\\s\\w])(?:error|fatal|exception|failed|failure|cannot|could not|denied|killed|"
              + "not found|no such|invalid|refused|abort)",
          Pattern.CASE_INSENSITIVE);

  private final String text;

  LogText(String log) {
    // twice the length, since colours may take half of it
    String end = log.substring(Math.max(0, log.length() - 2 * MAX_LENGTH));
    List<String> lines = new ArrayList<>();
    for (String raw : CONTROL.matcher(end).replaceAll("").split("\n", -1)) {
      lines.add(shortened(lastPart(raw)));
    }
    String whole = String.join("\n", lines);
    this.text = whole.substring(Math.max(0, whole.length() - MAX_LENGTH));
  }

  /** What a terminal would show of a line in which carriage returns start anew. */
  private static String lastPart(String line) {
    String visible = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    return visible.substring(visible.lastIndexOf('\r') + 1);
  }

  private static String shortened(String line) {
    if (line.length() <= MAX_LINE) {
      return line;
    }
    int half = MAX_LINE / 2;
    return line.substring(0, half) + " … " + line.substring(line.length() - half);
  }

  String text() {
    return text;
  }

  /** The whole line around a position. */
  String lineAt(int position) {
    int from = text.lastIndexOf('\n', Math.max(0, position - 1)) + 1;
    int to = text.indexOf('\n', position);
    return text.substring(Math.min(from, position), to < 0 ? text.length() : to).strip();
  }

  /** How many lines follow a position. */
  long linesAfter(int position) {
    return text.substring(position).chars().filter(c -> c == '\n').count();
  }

  /** The last line that speaks of an error, or else the last that says anything. */
  Optional<String> lastErrorLine() {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    for (String line : lines.reversed()) {
      if (ERROR.matcher(line.toLowerCase(Locale.ROOT)).find()) {
        return Optional.of(line);
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
  }
}
