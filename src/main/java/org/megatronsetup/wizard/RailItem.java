package org.megatronsetup.wizard;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Texts;

/** One page in the rail: where one has been, is, or will be. */
final class RailItem extends Button {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  private final Page page;
  private final Texts texts;
  private final int number;
  private final Label digit;
  private final Glyph check = new Glyph("check");

  RailItem(Page page, int number, Texts texts) {
    super(texts.get(page.key() + ".rail"));
    this.page = page;
    this.number = number;
    this.texts = texts;
    this.digit = new Label(String.valueOf(number));
    digit.getStyleClass().add("rail-number");
    StackPane marker = new StackPane(digit, check);
    marker.getStyleClass().add("rail-marker");
    setGraphic(marker);
    setContentDisplay(ContentDisplay.LEFT);
    setMnemonicParsing(false);
    setMaxWidth(Double.MAX_VALUE);
    setId("rail-" + page.key());
    getStyleClass().add("rail-item");
  }

  Page page() {
    return page;
  }

  /**
   * @param past whether it lies before the current page
   * @param reachable whether one may go there now
   */
  void show(boolean current, boolean past, boolean reachable) {
    pseudoClassStateChanged(CURRENT, current);
    pseudoClassStateChanged(PAST, past && !current);
    digit.setVisible(!past || current);
    check.setVisible(past && !current);
    setDisable(!reachable && !current);
    String state = current ? "rail.current" : past ? "rail.past" : "rail.coming";
    setAccessibleText(texts.get("rail.item", number, getText(), texts.get(state)));
  }
}
