package org.megatronsetup.wizard.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls a page to where something happens now, once it is laid out with what is new. */
public final class Reveal {
  private Reveal() {}

  /** Shows the end of the page that a node is on. */
  public static void endOf(Node node) {
    scroll(node, 1);
  }

  /** Shows the beginning of the page that a node is on. */
  public static void startOf(Node node) {
    scroll(node, 0);
  }

  private static void scroll(Node node, double part) {
    Platform.runLater(
        () -> {
          for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof ScrollPane pane) {
              pane.layout();
              pane.setVvalue(part);
            }
          }
        });
  }
}
