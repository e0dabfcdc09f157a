package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.layout.Pane;

/**
 * The nodes of the rows in sight. A row keeps its node while it is in sight, so scrolling draws
 * only what is new; nodes of rows that are not any more are used again.
 */
final class RowNodes {
  private final Pane sheet;
  private final BiConsumer<LogRow, Integer> draw;
  private final Map<Integer, LogRow> nodes = new HashMap<>();
  private final List<LogRow> spare = new ArrayList<>();

  /**
   * @param sheet has the nodes as children
   * @param draw makes a node show a row
   */
  RowNodes(Pane sheet, BiConsumer<LogRow, Integer> draw) {
    this.sheet = sheet;
    this.draw = draw;
  }

  /** The node that shows a row; drawn, but placed by the caller. */
  LogRow at(int row) {
    LogRow node = nodes.computeIfAbsent(row, absent -> fresh());
    draw.accept(node, row);
    return node;
  }

  private LogRow fresh() {
    if (!spare.isEmpty()) {
      return spare.removeLast();
    }
    LogRow node = new LogRow();
    sheet.getChildren().add(node);
    return node;
  }

  /** Lets go of the nodes of all rows but these. */
  void keep(int from, int to) {
    nodes
        .entrySet()
        .removeIf(
            entry -> {
              boolean gone = entry.getKey() < from || entry.getKey() >= to;
              if (gone) {
                entry.getValue().setVisible(false);
                spare.add(entry.getValue());
              }
              return gone;
            });
  }

  /** The node of a row, if it is in sight. */
  Optional<LogRow> find(int row) {
    return Optional.ofNullable(nodes.get(row));
  }
}
