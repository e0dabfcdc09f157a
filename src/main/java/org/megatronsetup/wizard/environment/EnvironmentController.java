package org.megatronsetup.wizard.environment;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;

/** Binds what belongs to the whole page: the forecast, and problems that have no field here. */
public final class EnvironmentController {
  private static final List<String> FIELDS_HERE =
      List.of("environment", "extras", "requirements", "maxJobs", "installer", "systemSteps");

  private final EnvironmentModel model;
  private final Kit kit;

  @FXML private Notice problems;
  @FXML private Node forecasting;
  @FXML private Label forecast;
  @FXML private VBox notes;

  public EnvironmentController(EnvironmentModel model, Kit kit) {
    this.model = model;
    this.kit = kit;
  }

  @FXML
  void initialize() {
    InvalidationListener show = changed -> show();
    model.findings().problems().addListener(show);
    model.findings().preparationProperty().addListener(show);
    model.planning().fetch().stateProperty().addListener(show);
    show();
  }

  private void show() {
    problems.show(
        kit.texts(), model.findings().problems().stream().filter(p -> !hasFieldHere(p)).toList());
    Rows.visible(forecasting, model.planning().fetch().is(Fetch.State.LOADING));
    if (model.planning().fresh()) {
      model.findings().preparationProperty().get().ifPresent(this::show);
    } else {
      forecast.setText(kit.texts().get("environment.forecast.none"));
      notes.getChildren().clear();
    }
  }

  private static boolean hasFieldHere(Problem problem) {
    return FIELDS_HERE.stream().anyMatch(problem.field()::startsWith);
  }

  private void show(Preparation prepared) {
    List<Step> steps = prepared.plan().steps();
    long seconds = steps.stream().mapToLong(step -> step.estimate().seconds()).sum();
    long bytes = steps.stream().mapToLong(step -> step.estimate().downloadBytes()).sum();
    forecast.setText(
        kit.texts()
            .get(
                "environment.forecast",
                kit.texts().count("review.steps", steps.size()),
                kit.formats().roughly(seconds),
                kit.formats().bytes(bytes)));
    notes.getChildren().setAll(prepared.plan().notes().stream().map(Prose::new).toList());
  }
}
