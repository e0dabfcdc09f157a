package org.megatronsetup.wizard.validation;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** The rows under one heading. Where many were skipped, they are put away until asked for. */
final class CheckGroup extends VBox {
  private static final int FEW = 3;

  private final String name;
  private final Texts texts;
  private final VBox rows = new VBox();
  private final VBox skipped = new VBox();
  private final Hyperlink toggle = new Hyperlink();
  private boolean open = true;
  private boolean chosen;

  CheckGroup(String name, Texts texts) {
    this.name = name;
    this.texts = texts;
    Label title = new Label(name);
    title.getStyleClass().add("group-title");
    toggle.getStyleClass().add("group-toggle");
    toggle.setOnAction(
        event -> {
          chosen = true;
          open = !open;
          show();
        });
    getChildren().addAll(title, rows, toggle, skipped);
    show();
  }

  String name() {
    return name;
  }

  void add(Check check, CheckRow row) {
    (check.status() == Check.Status.SKIPPED ? skipped : rows).getChildren().add(row);
    if (!chosen) {
      open = skipped.getChildren().size() <= FEW;
    }
    show();
  }

  private void show() {
    int count = skipped.getChildren().size();
    Rows.visible(skipped, open);
    Rows.visible(toggle, count > FEW);
    toggle.setVisited(false);
    toggle.setText(texts.get(open ? "validate.skipped.hide" : "validate.skipped", count));
  }
}
