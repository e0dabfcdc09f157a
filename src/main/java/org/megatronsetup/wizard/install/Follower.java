package org.megatronsetup.wizard.install;

import java.util.function.Consumer;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.wizard.kit.Background;

/**
 * Hears a run on the thread that follows it: text goes straight to the log, everything else to the
 * screen. Once stopped, what still comes is dropped.
 */
final class Follower implements Consumer<RunEvent> {
  private final Background background;
  private final LogStore log;
  private final Consumer<RunEvent> screen;
  private boolean stopped;

  Follower(Background background, LogStore log, Consumer<RunEvent> screen) {
    this.background = background;
    this.log = log;
    this.screen = screen;
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.Output(long offset, String text)) {
      log.append(text);
      return;
    }
    if (event instanceof RunEvent.StepChanged step && step.state() == StepState.RUNNING) {
      log.beginStep(step.stepId());
    }
    background.post(
        () -> {
          if (!stopped) {
            screen.accept(event);
          }
        });
  }

  /** Only from the thread of the screen, as the events are. */
  void stop() {
    stopped = true;
  }
}
