package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerPlanner;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.kit.Activity;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/** How far a container is: its engine, its image, itself; and what is fetched just now. */
final class LayingStages {
  private final Texts texts;
  private final Formats formats;
  private final StageRow engine = new StageRow("engine");
  private final StageRow image = new StageRow("image");
  private final StageRow container = new StageRow("container");
  private final Activity activity;

  LayingStages(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
    this.activity = new Activity(texts, formats);
  }

  List<StageRow> rows() {
    return List.of(engine, image, container);
  }

  /** How far the image is. */
  Activity activity() {
    return activity;
  }

  void reset() {
    rows().forEach(row -> row.show(StepState.WAITING, ""));
    activity.clear();
  }

  void looking() {
    reset();
    engine.show(StepState.RUNNING, "");
  }

  void looked(Target.Container target, Groundwork found) {
    reset();
    EngineFacts facts = found.facts();
    boolean ready = facts.state() == EngineFacts.State.READY;
    engine.show(ready ? StepState.DONE : StepState.FAILED, engineWords(target, facts));
    if (!ready) {
      return;
    }
    if (found.problems().isEmpty()) {
      planned(target, found);
    } else {
      found.problems().stream()
          .map(Problem::field)
          .forEach(
              field -> (field.equals("target.image") ? image : container).turn(StepState.FAILED));
    }
  }

  private void planned(Target.Container target, Groundwork found) {
    Optional<Step> pull =
        found.plan().steps().stream()
            .filter(step -> step.id().equals(ContainerPlanner.IMAGE_STEP))
            .findFirst();
    String name = target.image().or(found::image).orElse("");
    if (pull.isEmpty()) {
      image.show(StepState.DONE, texts.get("target.laying.image.here", name));
    } else {
      long bytes = pull.get().estimate().downloadBytes();
      image.show(
          StepState.WAITING,
          bytes > 0
              ? texts.get("target.laying.image.size", name, formats.bytes(bytes))
              : texts.get("target.laying.image.fetch", name));
    }
    if (found.laid()) {
      container.show(StepState.DONE, texts.get("target.laying.runs", target.name()));
    } else {
      boolean there = found.facts().container().isPresent();
      container.show(
          StepState.WAITING,
          texts.get(there ? "target.laying.again" : "target.laying.new", target.name()));
    }
  }

  private String engineWords(Target.Container target, EngineFacts facts) {
    String name = texts.get("target.engine." + target.engine().program());
    return facts.version().map(version -> name + " " + version).orElse(name);
  }

  /** Hears of a step on the host. */
  void heard(RunEvent.StepChanged step) {
    switch (step.stepId()) {
      case ContainerPlanner.IMAGE_STEP -> image.turn(step.state());
      case ContainerPlanner.CONTAINER_STEP -> container.turn(step.state());
      default -> {}
    }
    activity.clear();
  }

  void heard(ProgressState progress) {
    activity.show(progress);
  }

  void laid(Target.Container target) {
    rows().forEach(row -> row.turn(StepState.DONE));
    container.show(StepState.DONE, texts.get("target.laying.runs", target.name()));
    activity.clear();
  }

  /** What was under way came to nothing. */
  void failed() {
    turnRunning(StepState.FAILED);
  }

  /** What was under way was ended on purpose. */
  void stopped() {
    turnRunning(StepState.CANCELLED);
  }

  private void turnRunning(StepState now) {
    rows().stream().filter(row -> row.state() == StepState.RUNNING).forEach(row -> row.turn(now));
    activity.clear();
  }
}
