package org.megatronsetup.wizard.install;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.kit.Kit;

/** Steps of a run for the gallery: one in each state. */
public final class ShownSteps {
  private ShownSteps() {}

  public static Node of(StepState state, String title, Kit kit) {
    Step step =
        new Step(
            "step-" + state,
            title,
            "",
            List.of(new Command.Exec(List.of("true"))),
            false,
            List.of(),
            new Step.Estimate(1, 0, ""));
    StepRow row = new StepRow(step, kit.formats());
    Instant began = kit.clock().instant();
    if (state != StepState.WAITING) {
      row.change(StepState.RUNNING, began);
      row.tick(began.plusSeconds(75));
      row.change(state, began.plusSeconds(75));
    }
    return new StepLine(row, kit.texts());
  }
}
