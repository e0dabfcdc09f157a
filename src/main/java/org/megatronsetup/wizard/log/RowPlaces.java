package org.megatronsetup.wizard.log;

import java.util.Optional;
import java.util.function.ToIntBiFunction;
import org.megatronsetup.run.log.Place;

/** Finds out what is under the mouse. Points are those of the sheet that the rows lie on. */
final class RowPlaces {
  private final LogRows rows;
  private final RowNodes nodes;

  RowPlaces(LogRows rows, RowNodes nodes) {
    this.rows = rows;
    this.nodes = nodes;
  }

  /** The place between characters nearest to a point; empty: there are no rows. */
  Optional<Place> between(double x, double y) {
    return place(y, (node, inside) -> node.column(x - node.getLayoutX(), inside));
  }

  /** The place of the character nearest to a point; empty: there are no rows. */
  Optional<Place> character(double x, double y) {
    return place(y, (node, inside) -> node.character(x - node.getLayoutX(), inside));
  }

  private Optional<Place> place(double y, ToIntBiFunction<LogRow, Double> column) {
    if (rows.count() == 0) {
      return Optional.empty();
    }
    double inside = Math.clamp(y, 0, Math.max(0, rows.sheet().getHeight() - 1));
    int row = rows.viewport().first();
    Optional<LogRow> node = nodes.find(row);
    while (node.isPresent() && node.get().getLayoutY() + node.get().getHeight() <= inside) {
      row++;
      node = nodes.find(row);
    }
    return Optional.of(
        node.map(n -> new Place(n.row(), column.applyAsInt(n, inside - n.getLayoutY())))
            .orElseGet(rows::end));
  }
}
