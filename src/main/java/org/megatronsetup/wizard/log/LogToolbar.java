package org.megatronsetup.wizard.log;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What stands above the log: search, the choice of a step, how lines are shown, saving. */
final class LogToolbar extends HBox {
  private final LogHost host;
  private final Label lines = new Label();
  private final Button save = new Button();

  /**
   * @param times whether lines say when they arrived
   * @param wrap whether long lines are wrapped
   */
  LogToolbar(
      LogHost host,
      SearchBar search,
      StepFilter steps,
      BooleanProperty times,
      BooleanProperty wrap,
      Runnable saved) {
    this.host = host;
    getStyleClass().add("log-toolbar");
    lines.getStyleClass().add("log-count");
    lines.setMinWidth(USE_PREF_SIZE);
    // where something is sought, how much of it was found is of more interest
    lines.visibleProperty().bind(search.searchingProperty().not());
    lines.managedProperty().bind(lines.visibleProperty());
    steps.visibleProperty().bind(Bindings.size(steps.getItems()).greaterThan(1));
    steps.managedProperty().bind(steps.visibleProperty());
    save.setMinWidth(USE_PREF_SIZE);
    save.setText(host.text("log.save"));
    save.getStyleClass().add("log-save");
    save.setOnAction(event -> saved.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(
            search,
            lines,
            space,
            steps,
            toggle("log.times", "log-times", times),
            toggle("log.wrap", "log-wrap", wrap),
            save);
  }

  private ToggleButton toggle(String key, String style, BooleanProperty property) {
    ToggleButton toggle = new ToggleButton(host.text(key));
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle.getStyleClass().add(style);
    toggle.setTooltip(new Tooltip(host.text(key + ".text")));
    toggle.setAccessibleText(host.text(key + ".text"));
    toggle.selectedProperty().bindBidirectional(property);
    return toggle;
  }

  void showCount(int count) {
    lines.setText(host.text(count == 1 ? "log.lines.one" : "log.lines.many", count));
  }

  /** Whether there is anything to save. */
  void canSave(boolean can) {
    save.setDisable(!can);
  }
}
