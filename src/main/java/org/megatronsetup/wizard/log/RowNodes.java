package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Integer> touched = new HashSet<>();

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
    touched.add(row);
    LogRow node = nodes.get(row);
    if (node == null) {
      node = fresh(row);
      nodes.put(row, node);
    }
    draw.accept(node, row);
    return node;
  }

  private LogRow fresh(int row) {
    if (!spare.isEmpty()) {
      return spare.removeLast();
    }
    Optional<Integer> gone = nodes.keySet().stream().filter(old -> isGone(old, row)).findFirst();
    if (gone.isPresent()) {
      return nodes.remove(gone.get());
    }
    LogRow node = new LogRow();
    sheet.getChildren().add(node);
    return node;
  }

  /**
   * Whether a row cannot be in sight together with another. While a log is followed all rows in
   * sight are new at each refresh, and making new nodes for them takes many times as long.
   */
  private boolean isGone(int old, int row) {
    return Math.abs(old - row) > nodes.size() && !touched.contains(old);
  }

  /** Lets go of the nodes of all rows but these. */
  void keep(int from, int to) {
    touched.clear();
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
