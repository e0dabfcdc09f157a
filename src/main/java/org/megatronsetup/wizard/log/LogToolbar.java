package org.megatronsetup.wizard.log;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * What stands above the log: search at the left; at the right the choice of a step, how lines are
 * shown, saving. Where there is no room for both they stand below one another.
 */
final class LogToolbar extends Region {
  private final LogHost host;
  private final Label lines = new Label();
  private final Button save = new Button();
  private final HBox left;
  private final HBox right;

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
    left = tools(search, lines);
    right =
        tools(
            steps,
            toggle("log.times", "log-times", times),
            toggle("log.wrap", "log-wrap", wrap),
            save);
    getChildren().addAll(left, right);
  }

  private static HBox tools(Node... nodes) {
    HBox box = new HBox(nodes);
    box.getStyleClass().add("log-tools");
    return box;
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

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(left.minWidth(-1), right.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return left.prefWidth(-1) + left.getSpacing() + right.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    return fits(width)
        ? rowHeight()
        : left.prefHeight(-1) + left.getSpacing() + right.prefHeight(-1);
  }

  private double rowHeight() {
    return Math.max(left.prefHeight(-1), right.prefHeight(-1));
  }

  /** Whether all is on one line; a search field may be as narrow as it can for that. */
  private boolean fits(double width) {
    return width < 0 || left.minWidth(-1) + left.getSpacing() + right.prefWidth(-1) <= width;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double rightWidth = Math.min(width, right.prefWidth(-1));
    if (fits(width)) {
      double room = width - rightWidth - left.getSpacing();
      left.resizeRelocate(0, 0, Math.min(room, left.prefWidth(-1)), getHeight());
      right.resizeRelocate(width - rightWidth, 0, rightWidth, getHeight());
    } else {
      double below = left.prefHeight(-1) + left.getSpacing();
      left.resizeRelocate(0, 0, Math.min(width, left.prefWidth(-1)), left.prefHeight(-1));
      right.resizeRelocate(0, below, rightWidth, right.prefHeight(-1));
    }
  }
}
