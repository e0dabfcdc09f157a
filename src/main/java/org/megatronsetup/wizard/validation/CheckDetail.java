package org.megatronsetup.wizard.validation;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.wizard.kit.CopyButton;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Everything that a check printed, whole, for those who ask for it. */
final class CheckDetail extends VBox {
  private static final int MOST_ROWS = 16;

  private final Hyperlink toggle = new Hyperlink();
  private final Texts texts;

  CheckDetail(Check check, RowTools tools) {
    texts = tools.kit().texts();
    String printed = Printable.of(check.detail()).stripTrailing();
    toggle.setId("details-" + check.id());
    toggle.setAccessibleText(texts.get("validate.details.of", check.title()));
    toggle.setOnAction(
        event -> {
          toggle.setVisited(false);
          show(!isVisible(), check, printed, tools);
        });
    getStyleClass().add("check-printed");
    show(false, check, printed, tools);
  }

  /** The link that shows and hides it. */
  Hyperlink toggle() {
    return toggle;
  }

  boolean isOpen() {
    return isVisible();
  }

  private void show(boolean open, Check check, String printed, RowTools tools) {
    if (open && getChildren().isEmpty()) {
      getChildren().addAll(area(check, printed), copy(check, printed, tools));
    }
    Rows.visible(this, open);
    toggle.setText(texts.get(open ? "validate.details.hide" : "validate.details"));
  }

  private TextArea area(Check check, String printed) {
    TextArea area = new TextArea(printed);
    area.setId("printed-" + check.id());
    area.setEditable(false);
    area.setAccessibleText(texts.get("validate.details.of", check.title()));
    area.getStyleClass().addAll("mono", "check-detail");
    area.setPrefRowCount((int) Math.min(MOST_ROWS, printed.lines().count() + 1));
    return area;
  }

  private HBox copy(Check check, String printed, RowTools tools) {
    CopyButton copy = new CopyButton(tools.kit(), tools.clip(), () -> printed);
    copy.setId("copy-printed-" + check.id());
    copy.setAccessibleText(texts.get("validate.details.copy.of", check.title()));
    return new HBox(copy);
  }
}
