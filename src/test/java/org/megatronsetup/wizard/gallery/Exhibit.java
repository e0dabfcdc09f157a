package org.megatronsetup.wizard.gallery;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * One component in all its states.
 *
 * @param name of its picture
 */
record Exhibit(String name, Node node) {

  /** Small things side by side. */
  static Exhibit row(String name, Node... states) {
    FlowPane pane = new FlowPane(16, 16, states);
    return new Exhibit(name, pane);
  }

  /** Wide things below each other. */
  static Exhibit column(String name, List<? extends Node> states) {
    VBox pane = new VBox(16);
    pane.getChildren().addAll(states);
    return new Exhibit(name, pane);
  }

  /** A state with its name below. */
  static VBox named(String what, Node node) {
    Label caption = new Label(what);
    caption.getStyleClass().addAll("faint", "small-text");
    return new VBox(4, node, caption);
  }

  /** Puts a node into a state that only a mouse or a keyboard brings. */
  static <T extends Node> T in(String state, T node) {
    for (String one : state.split(" ")) {
      node.pseudoClassStateChanged(PseudoClass.getPseudoClass(one), true);
    }
    return node;
  }

  static <T extends Node> T styled(T node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }
}
