package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/**
 * Finds the texts of a window that are not shown whole: those that end in dots, and have no tip
 * that says all of it.
 */
final class CutTexts {
  private CutTexts() {}

  /** On the thread of the screen, of what is laid out. */
  static List<String> in(Node node) {
    List<String> found = new ArrayList<>();
    look(node, found);
    return found;
  }

  private static void look(Node node, List<String> found) {
    // the log has a toolbar of its own, and its lines are as wide as they are
    if (!node.isVisible() || node.getStyleClass().contains("log-view")) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getTooltip() == null) {
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text shown
            && shown.getText().endsWith(labeled.getEllipsisString())
            && !labeled.getText().endsWith(labeled.getEllipsisString())) {
          found.add(labeled.getText() + " is shown as " + shown.getText());
        }
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
    }
  }
}
