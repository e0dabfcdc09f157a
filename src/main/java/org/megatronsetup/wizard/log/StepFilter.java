package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;

/** Chooses whether the log of one step is shown or all of it. */
final class StepFilter extends ComboBox<StepFilter.Choice> {

  /**
   * What can be chosen.
   *
   * @param step empty: all
   */
  record Choice(Optional<String> step, String title) {
    @Override
    public String toString() {
      return title;
    }
  }

  private final LogHost host;
  private final Choice all;
  private List<String> offered = List.of();

  /**
   * @param chosen hears the step; empty: all
   */
  StepFilter(LogHost host, Consumer<Optional<String>> chosen) {
    this.host = host;
    all = new Choice(Optional.empty(), host.text("log.steps.all"));
    getStyleClass().add("log-steps");
    setTooltip(new Tooltip(host.text("log.steps")));
    setAccessibleText(host.text("log.steps"));
    getItems().add(all);
    setValue(all);
    valueProperty().addListener((property, old, now) -> chosen.accept(now.step()));
  }

  /** Offers the steps that have begun. */
  void offer(List<String> steps) {
    if (!steps.equals(offered)) {
      offered = List.copyOf(steps);
      List<Choice> more = new ArrayList<>();
      for (String step : offered.subList(getItems().size() - 1, offered.size())) {
        more.add(new Choice(Optional.of(step), host.step(step)));
      }
      getItems().addAll(more);
    }
  }

  /** Another log: nothing has begun. */
  void reset() {
    setValue(all);
    offered = List.of();
    getItems().setAll(List.of(all));
  }
}
