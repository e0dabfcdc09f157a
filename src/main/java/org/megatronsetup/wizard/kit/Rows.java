package org.megatronsetup.wizard.kit;

import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Keeps the children of a pane in step with a list. */
public final class Rows {
  private Rows() {}

  /** One node an item, made anew when the list changes; for short lists. */
  public static <T> void bind(
      Pane pane, ObservableList<T> items, Function<? super T, ? extends Node> row) {
    InvalidationListener fill =
        changed -> pane.getChildren().setAll(List.copyOf(items.stream().map(row).toList()));
    items.addListener(fill);
    fill.invalidated(items);
  }

  /** Shows a node, or takes it out of the layout. */
  public static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
