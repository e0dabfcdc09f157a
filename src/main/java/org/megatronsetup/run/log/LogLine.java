package org.megatronsetup.run.log;

import java.util.List;

/**
 * One line as it is shown: without control sequences, its progress bars folded into the last one.
 *
 * @param index counted from 0
 * @param text at most {@link LogStore#LINE_LIMIT} bytes of it
 * @param spans the pieces with a look of their own, in order, not overlapping; the rest is plain
 * @param cut whether the line in the file is longer
 */
public record LogLine(int index, String text, List<Span> spans, LogLevel level, boolean cut) {

  public LogLine {
    spans = List.copyOf(spans);
  }

  /**
   * @param start index of the first character
   * @param end index after the last character
   */
  public record Span(int start, int end, LogStyle style) {}

  static LogLine empty(int index) {
    return new LogLine(index, "", List.of(), LogLevel.PLAIN, false);
  }
}
