package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.megatronsetup.run.log.LogLine;
import org.megatronsetup.run.log.LogLine.Span;
import org.megatronsetup.run.log.LogStyle;

/**
 * Draws one line: a text node for each piece that looks alike. Most lines are one piece, and its
 * node is used again for the next line, which is what makes a fast log cheap.
 */
final class LineNode extends Pane {
  /** Beyond this a line is not read on a screen but in a saved file. */
  private static final int SHOWN = 2_000;

  private static final String ELLIPSIS = " \u2026";

  private final List<Text> pieces = new ArrayList<>();
  private final List<Region> marks = new ArrayList<>();
  private String needle = "";
  private boolean restyled;

  LineNode() {
    getStyleClass().add("log-line");
  }

  /**
   * @param sought what is searched for, in lower case; empty: nothing
   */
  void show(LogLine line, String sought) {
    needle = sought;
    getChildren().removeAll(marks);
    marks.clear();
    boolean longer = line.cut() || line.text().length() > SHOWN;
    String text = line.text().substring(0, Math.min(line.text().length(), SHOWN));
    List<Integer> matches = matches(text);
    if (line.spans().isEmpty() && matches.isEmpty()) {
      piece(0, longer ? text + ELLIPSIS : text, LogStyle.PLAIN);
      drop(1);
    } else {
      drop(pieces(text, line.spans(), matches, longer));
    }
    if (restyled) {
      // rows are drawn while laid out, after the style sheets had their turn: widths need the font
      applyCss();
      restyled = false;
    }
    requestLayout();
  }

  private List<Integer> matches(String text) {
    List<Integer> starts = new ArrayList<>();
    if (!needle.isEmpty()) {
      String lower = text.toLowerCase(Locale.ROOT);
      // in the few scripts where lower case is longer, marks would be off: better none
      boolean alike = lower.length() == text.length();
      int at = alike ? lower.indexOf(needle) : -1;
      while (at >= 0) {
        starts.add(at);
        at = lower.indexOf(needle, at + needle.length());
      }
    }
    return starts;
  }

  private int pieces(String text, List<Span> spans, List<Integer> matches, boolean longer) {
    SortedSet<Integer> cuts = new TreeSet<>();
    cuts.add(text.length());
    spans.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
    matches.forEach(at -> cuts.addAll(List.of(at, at + needle.length())));
    int count = 0;
    int start = 0;
    for (int end : cuts) {
      if (end > start && end <= text.length()) {
        Text piece = piece(count++, text.substring(start, end), styleAt(spans, start));
        if (isMatch(matches, start)) {
          mark(piece);
        }
        start = end;
      }
    }
    if (longer) {
      piece(count++, ELLIPSIS, LogStyle.PLAIN);
    }
    return count;
  }

  private static LogStyle styleAt(List<Span> spans, int at) {
    return spans.stream()
        .filter(span -> span.start() <= at && at < span.end())
        .map(Span::style)
        .findFirst()
        .orElse(LogStyle.PLAIN);
  }

  private boolean isMatch(List<Integer> matches, int at) {
    return matches.stream().anyMatch(start -> start <= at && at < start + needle.length());
  }

  private Text piece(int number, String text, LogStyle style) {
    if (number == pieces.size()) {
      Text fresh = new Text();
      fresh.setManaged(false);
      pieces.add(fresh);
      getChildren().add(fresh);
      restyled = true;
    }
    Text piece = pieces.get(number);
    piece.setText(text);
    List<String> classes = StyleClasses.of(style);
    if (!piece.getStyleClass().equals(classes)) {
      piece.getStyleClass().setAll(classes);
      restyled = true;
    }
    return piece;
  }

  private void drop(int from) {
    List<Text> spare = pieces.subList(from, pieces.size());
    getChildren().removeAll(spare);
    spare.clear();
  }

  private void mark(Text piece) {
    Region mark = new Region();
    mark.getStyleClass().add("log-match");
    mark.setManaged(false);
    mark.setUserData(piece);
    marks.add(mark);
    getChildren().addFirst(mark);
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(pieces.stream().mapToDouble(p -> p.getLayoutBounds().getWidth()).sum());
  }

  @Override
  protected double computePrefHeight(double width) {
    return pieces.isEmpty() ? 0 : Math.ceil(pieces.getFirst().getLayoutBounds().getHeight());
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Text piece : pieces) {
      Bounds bounds = piece.getLayoutBounds();
      piece.relocate(x, Math.rint((getHeight() - bounds.getHeight()) / 2));
      x += bounds.getWidth();
    }
    for (Region mark : marks) {
      Text piece = (Text) mark.getUserData();
      mark.resizeRelocate(
          piece.getLayoutX() + piece.getLayoutBounds().getMinX(),
          0,
          piece.getLayoutBounds().getWidth(),
          getHeight());
    }
  }
}
