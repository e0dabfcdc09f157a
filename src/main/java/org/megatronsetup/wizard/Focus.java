package org.megatronsetup.wizard;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;

/** Where the keyboard begins on a page: at its first choice or field, else at Next. */
final class Focus {
  private Focus() {}

  static void enter(Node page, ButtonBase next) {
    first(page).orElse(next).requestFocus();
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled() || node.getStyleClass().contains("log-view")) {
      return Optional.empty();
    }
    boolean chosen = node instanceof RadioButton radio && radio.isSelected();
    if (chosen || node instanceof TextInputControl || node instanceof ListView<?>) {
      return Optional.of(node);
    }
    if (node instanceof ScrollPane pane) {
      // its children are not there before it is laid out
      return first(pane.getContent());
    }
    List<Node> children =
        node instanceof Parent parent ? parent.getChildrenUnmodifiable() : List.of();
    return children.stream().map(Focus::first).flatMap(Optional::stream).findFirst();
  }
}
