package org.megatronsetup.wizard.kit;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls a page to where something happens now. */
public final class Reveal {
  private Reveal() {}

  /** Shows the end of the page that a node is on, once the page is laid out with what is new. */
  public static void endOf(Node node) {
    Platform.runLater(
        () -> {
          for (Node n = node; n != null; n = n.getParent()) {
            if (n instanceof ScrollPane pane) {
              pane.layout();
              pane.setVvalue(pane.getVmax());
            }
          }
        });
  }
}
