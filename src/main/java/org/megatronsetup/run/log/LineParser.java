package org.megatronsetup.run.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.megatronsetup.run.log.LogLine.Span;
import org.megatronsetup.run.log.LogStore.Extent;

/** Makes the bytes of one line what is shown of it. */
final class LineParser {
  private static final int TAB = 8;

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final ControlSequences controls = new ControlSequences();
  private int spanStart;
  private int spanStyle;

  private LineParser() {}

  /**
   * @param style the look in force at the start, as a code of {@link LogStyle}
   * @param cut whether the bytes are only the beginning of the line
   */
  static LogLine parse(int index, byte[] bytes, int length, int style, boolean cut) {
    String raw = decode(bytes, length, cut);
    if (style == 0 && isPlain(raw)) {
      return new LogLine(index, raw, List.of(), LogLevel.of(raw), cut);
    }
    LineParser parser = new LineParser();
    parser.read(raw, style);
    String text = parser.text.toString();
    return new LogLine(index, text, parser.spans, LogLevel.of(text), cut);
  }

  /** The text alone of a line whose bytes lie among others. */
  static String text(byte[] bytes, int at, int length, Extent extent) {
    byte[] own = Arrays.copyOfRange(bytes, at, at + length);
    String raw = decode(own, length, extent.length() > length);
    if (isPlain(raw)) {
      return raw;
    }
    LineParser parser = new LineParser();
    parser.read(raw, extent.style());
    return parser.text.toString();
  }

  private static String decode(byte[] bytes, int length, boolean cut) {
    int end = length;
    // a cut may have gone through a character: leave its first bytes out
    while (cut && end > 0 && (bytes[end - 1] & 0xc0) == 0x80) {
      end--;
    }
    if (cut && end > 0 && bytes[end - 1] < 0) {
      end--;
    }
    while (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (isControl(raw.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0);
  }

  private void read(String raw, int style) {
    controls.start(style);
    spanStyle = style;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      switch (controls.accept(c)) {
        case TEXT -> add(c);
        case ERASED -> erase();
        case DROPPED -> changeStyle();
      }
    }
    endSpan();
  }

  private void add(char c) {
    if (c == '\t') {
      text.repeat(' ', TAB - text.length() % TAB);
    } else if (c == '\b') {
      if (text.length() > spanStart) {
        text.setLength(text.length() - 1);
      }
    } else if (!isControl(c)) {
      text.append(c);
    }
  }

  private void erase() {
    text.setLength(0);
    spans.clear();
    spanStart = 0;
  }

  private void changeStyle() {
    if (controls.style() != spanStyle) {
      endSpan();
      spanStyle = controls.style();
    }
  }

  private void endSpan() {
    if (spanStyle != 0 && text.length() > spanStart) {
      spans.add(new Span(spanStart, text.length(), LogStyle.fromCode(spanStyle)));
    }
    spanStart = text.length();
  }
}
