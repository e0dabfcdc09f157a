package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.megatronsetup.run.log.LogLine;
import org.megatronsetup.run.log.LogLine.Span;
import org.megatronsetup.run.log.LogStyle;

/**
 * Draws one line: a text node for each piece that looks alike, and behind them what is sought and
 * what is selected. Most lines are one piece, and its node is used again for the next line, which
 * is what makes a fast log cheap.
 */
final class LineNode extends TextFlow {
  /** Beyond this a line is not read on a screen but in a saved file. */
  private static final int SHOWN = 2_000;

  private static final String ELLIPSIS = " \u2026";

  /** Pieces that stay though a line has fewer. */
  private static final int SPARE = 4;

  /** A selected end of a line is as wide as half a character. */
  private static final double LINE_END = 5;

  private final List<Text> pieces = new ArrayList<>();
  private final Path found = path("log-match");
  private final Path selected = path("log-selected");

  /** What was found within what is selected, which would hide it. */
  private final Path framed = path("log-match-framed");

  private List<Integer> matches = List.of();
  private int matchLength;
  private RowSpan selection = RowSpan.NONE;
  private int shown;
  private int columns;
  private boolean restyled;

  LineNode() {
    getStyleClass().add("log-line");
    getChildren().addAll(found, selected, framed);
  }

  private static Path path(String style) {
    Path path = new Path();
    path.getStyleClass().add(style);
    path.setManaged(false);
    path.setStroke(null);
    return path;
  }

  /**
   * @param needle what is searched for, in lower case; empty: nothing
   */
  void show(LogLine line, String needle) {
    columns = line.text().length();
    shown = Math.min(columns, SHOWN);
    String text = line.text().substring(0, shown);
    int count = pieces(text, line.spans());
    if (line.cut() || columns > shown) {
      piece(count++, ELLIPSIS, LogStyle.PLAIN);
    }
    empty(Math.max(1, count));
    matches = Matches.in(text, needle);
    matchLength = needle.length();
    if (restyled) {
      // rows are drawn while laid out, after the style sheets had their turn: widths need the font
      applyCss();
      restyled = false;
    }
    requestLayout();
  }

  void select(RowSpan span) {
    selection = span;
    requestLayout();
  }

  private int pieces(String text, List<Span> spans) {
    int count = 0;
    int at = 0;
    for (Span span : spans) {
      int from = Math.min(span.start(), text.length());
      int to = Math.min(span.end(), text.length());
      if (from > at) {
        piece(count++, text.substring(at, from), LogStyle.PLAIN);
      }
      if (to > from) {
        piece(count++, text.substring(from, to), span.style());
      }
      at = to;
    }
    if (at < text.length() || count == 0) {
      piece(count++, text.substring(at), LogStyle.PLAIN);
    }
    return count;
  }

  private void piece(int number, String text, LogStyle style) {
    if (number == pieces.size()) {
      Text fresh = new Text();
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
  }

  /** A few pieces stay for the next line: a node that is there already costs little. */
  private void empty(int from) {
    if (pieces.size() > Math.max(from, SPARE)) {
      List<Text> gone = pieces.subList(Math.max(from, SPARE), pieces.size());
      getChildren().removeAll(gone);
      gone.clear();
    }
    for (Text piece : pieces.subList(from, pieces.size())) {
      piece.setText("");
    }
  }

  /** The column nearest to a point; what lies beyond what is shown counts as the line's end. */
  int column(double x, double y) {
    int at = getHitInfo(new Point2D(x, y)).getInsertionIndex();
    return at >= shown ? columns : at;
  }

  /** The column of the character nearest to a point. */
  int character(double x, double y) {
    return Math.min(getHitInfo(new Point2D(x, y)).getCharIndex(), shown);
  }

  /** Where a column is, from the left. */
  double x(int column) {
    return caret(Math.min(column, shown)).getMaxX();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    List<PathElement> marks = new ArrayList<>();
    List<PathElement> frames = new ArrayList<>();
    for (int at : matches) {
      List<PathElement> shape = List.of(getRangeShape(at, at + matchLength, false));
      (selection.touches(at, at + matchLength) ? frames : marks).addAll(shape);
    }
    set(found, marks);
    set(framed, frames);
    List<PathElement> area = new ArrayList<>();
    if (!selection.isEmpty()) {
      int to = selection.to() >= columns ? length() : Math.min(selection.to(), shown);
      if (to > selection.from()) {
        area.addAll(List.of(getRangeShape(selection.from(), to, false)));
      }
      if (selection.through()) {
        area.addAll(lineEnd());
      }
    }
    set(selected, area);
  }

  private int length() {
    return pieces.stream().mapToInt(piece -> piece.getText().length()).sum();
  }

  private List<PathElement> lineEnd() {
    Bounds end = caret(length());
    return List.of(
        new MoveTo(end.getMaxX(), end.getMinY()),
        new HLineTo(end.getMaxX() + LINE_END),
        new VLineTo(end.getMaxY()),
        new HLineTo(end.getMaxX()),
        new VLineTo(end.getMinY()));
  }

  /** The line on which a caret would stand: from a point down to another. */
  private Bounds caret(int at) {
    Path line = new Path(getCaretShape(at, true));
    line.setStrokeWidth(0);
    return line.getLayoutBounds();
  }

  private static void set(Path path, List<PathElement> elements) {
    if (!elements.isEmpty() || !path.getElements().isEmpty()) {
      path.getElements().setAll(elements);
    }
  }
}
