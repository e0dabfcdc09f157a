package org.megatronsetup.wizard.log;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.megatronsetup.run.log.LineNumbers;
import org.megatronsetup.run.log.LogStore.Range;

/**
 * A thin strip beside the scroll bar: where in the whole log errors are (as wide as the strip),
 * warnings (its left half) and what was found (its right half). A click on a mark goes there. The
 * height parts the log into a few hundred pieces, and each costs two look-ups among sorted numbers.
 */
final class MarkStrip extends Region {
  static final double WIDTH = 10;

  private static final double MARK = 3;

  /** As many pieces above and below a click count as well: marks are small. */
  private static final int NEAR = 2;

  private final LogHost host;
  private final IntConsumer go;
  private final Tooltip tooltip = new Tooltip();
  private final Marks errors = new Marks("log-strip-error", 1, WIDTH - 1);
  private final Marks warnings = new Marks("log-strip-warning", 1, WIDTH / 2);
  private final Marks found = new Marks("log-strip-found", WIDTH / 2, WIDTH - 1);
  private Range range = new Range(0, 0);

  /** One kind of them. */
  private static final class Marks {
    private final Path path = new Path();
    private final double left;
    private final double right;
    private Optional<LineNumbers> lines = Optional.empty();
    private BitSet drawn = new BitSet();

    Marks(String style, double left, double right) {
      path.getStyleClass().add(style);
      path.setManaged(false);
      path.setStroke(null);
      path.setMouseTransparent(true);
      this.left = left;
      this.right = right;
    }

    OptionalInt firstIn(Range piece) {
      return lines.map(some -> some.after(piece.from() - 1, piece)).orElse(OptionalInt.empty());
    }

    void draw(BitSet pieces) {
      if (!pieces.equals(drawn)) {
        drawn = pieces;
        path.getElements()
            .setAll(pieces.stream().boxed().flatMap(i -> rectangle(i).stream()).toList());
      }
    }

    private List<PathElement> rectangle(int piece) {
      double top = piece * MARK;
      return List.of(
          new MoveTo(left, top),
          new HLineTo(right),
          new VLineTo(top + MARK),
          new HLineTo(left),
          new VLineTo(top));
    }
  }

  /**
   * @param go hears the line whose mark was clicked
   */
  MarkStrip(LogHost host, IntConsumer go) {
    this.host = host;
    this.go = go;
    getStyleClass().add("log-strip");
    getChildren().addAll(warnings.path, errors.path, found.path);
    Tooltip.install(this, tooltip);
    addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    heightProperty().addListener((property, old, now) -> draw());
  }

  /** Shows where lines of a range are; of what was found, if anything is sought. */
  void show(
      Range newRange,
      Optional<LineNumbers> newErrors,
      Optional<LineNumbers> newWarnings,
      Optional<LineNumbers> newFound) {
    range = newRange;
    errors.lines = newErrors;
    warnings.lines = newWarnings;
    found.lines = newFound;
    String words = host.text("log.marks", count(errors), count(warnings));
    tooltip.setText(words + "\n" + host.text("log.marks.text"));
    setAccessibleText(words);
    draw();
  }

  private int count(Marks marks) {
    return marks.lines.map(lines -> lines.count(range)).orElse(0);
  }

  private void draw() {
    for (Marks marks : List.of(errors, warnings, found)) {
      BitSet pieces = new BitSet();
      if (count(marks) > 0) {
        for (int i = 0; i < pieces(); i++) {
          pieces.set(i, marks.firstIn(piece(i)).isPresent());
        }
      }
      marks.draw(pieces);
    }
  }

  private int pieces() {
    return Math.max(1, (int) (getHeight() / MARK));
  }

  /** The lines that a piece of the height stands for. */
  private Range piece(int number) {
    return new Range(border(number), border(number + 1));
  }

  private int border(int number) {
    long size = (long) range.to() - range.from();
    return range.from() + (int) Math.ceilDiv(number * size, pieces());
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      nearest((int) (event.getY() / MARK)).ifPresent(go);
      event.consume();
    }
  }

  private OptionalInt nearest(int piece) {
    for (int distance = 0; distance <= NEAR; distance++) {
      for (Marks marks : List.of(errors, warnings, found)) {
        for (int at : new int[] {piece - distance, piece + distance}) {
          boolean inside = at >= 0 && at < pieces();
          OptionalInt line = inside ? marks.firstIn(piece(at)) : OptionalInt.empty();
          if (line.isPresent()) {
            return line;
          }
        }
      }
    }
    return OptionalInt.empty();
  }
}
