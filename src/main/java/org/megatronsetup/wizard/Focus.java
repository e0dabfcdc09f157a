package org.megatronsetup.wizard;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
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
    // what is in a pane that scrolls is in no scene before the pane has its skin
    page.applyCss();
    // a button that is closed as yet would pass the focus on, to Back
    first(page).orElse(next.isDisabled() ? page : next).requestFocus();
  }

  /**
   * Keeps the focus from falling to a button by itself, which it does when what had it is closed or
   * goes away: Enter would lead where nobody wanted to go.
   *
   * @param instead gets it then
   */
  static void keepOff(ButtonBase button, Node instead) {
    button
        .getScene()
        .focusOwnerProperty()
        .addListener(
            (o, before, now) -> {
              if (button.equals(now) && (before == null || isGone(before))) {
                Platform.runLater(instead::requestFocus);
              }
            });
  }

  private static boolean isGone(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.isDisabled() || !n.isVisible()) {
        return true;
      }
    }
    return node.getScene() == null;
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
