package org.megatronsetup.run.log;

import java.util.Locale;
import org.megatronsetup.run.log.LogStore.Extent;

/** The lines that have a text in them, kept up to date as the log grows. */
public final class LogSearch extends LogSweep {
  private final String text;
  private final TextMatcher matcher;
  private final LineNumbers found = new LineNumbers();

  /**
   * @param text letter case aside
   */
  public LogSearch(LogStore store, String text) {
    super(store);
    this.text = text;
    this.matcher = new TextMatcher(text.toLowerCase(Locale.ROOT));
  }

  public String text() {
    return text;
  }

  /** The lines found so far. */
  public LineNumbers found() {
    return found;
  }

  @Override
  void forgetFrom(int line) {
    found.dropFrom(line);
  }

  @Override
  void read(int line, byte[] bytes, int at, int length, Extent extent) {
    if (matcher.matches(bytes, at, length, extent)) {
      found.add(line);
    }
  }
}
