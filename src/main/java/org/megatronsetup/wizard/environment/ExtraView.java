package org.megatronsetup.wizard.environment;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** One extra, with its requirements on demand. */
final class ExtraView extends VBox {

  ExtraView(ExtrasModel.Row row, Texts texts) {
    getStyleClass().add("extra");
    CheckBox box = new CheckBox(row.name());
    // an underscore in a name is no mnemonic
    box.setMnemonicParsing(false);
    box.setId("extra-" + row.name());
    box.selectedProperty().bindBidirectional(row.selected());
    box.getStyleClass().add("column-extra");
    boolean nothing = row.requirements().isEmpty();
    box.setDisable(nothing && !row.selected().get());
    Label count =
        new Label(
            nothing
                ? texts.get("environment.extras.nothing")
                : texts.count("environment.extras.count", row.requirements().size()));
    count.getStyleClass().addAll("muted", nothing ? "wide-count" : "column-count");
    HBox line = new HBox(box, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("columns");
    getChildren().add(line);
    if (!nothing) {
      Prose list = new Prose(String.join("\n", row.requirements()), "mono", "extra-list");
      VBox details = new VBox(list);
      Rows.visible(details, false);
      Hyperlink toggle = new Hyperlink(texts.get("environment.extras.show"));
      toggle.setAccessibleText(texts.get("environment.extras.show.what", row.name()));
      toggle.setOnAction(
          event -> {
            boolean open = !details.isVisible();
            Rows.visible(details, open);
            toggle.setVisited(false);
            toggle.setText(texts.get(open ? "environment.extras.hide" : "environment.extras.show"));
          });
      line.getChildren().add(toggle);
      getChildren().add(details);
    }
  }
}
