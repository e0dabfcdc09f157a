package org.megatronsetup.wizard.target;

import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.progress.Progress;
import org.megatronsetup.wizard.kit.Background;

/**
 * Reads what an engine prints on the thread that follows it, and brings to the screen only what
 * changes there; nothing any more once it is closed.
 */
final class LayingFeed {
  /** Who hears, on the thread of the screen, that there is no contact; empty: there is again. */
  interface Contact {
    void lost(String reason);
  }

  private final Background background;
  private final LayingStages stages;
  private final Contact contact;
  private Progress progress = new Progress();
  private volatile boolean closed;

  LayingFeed(Background background, LayingStages stages, Contact contact) {
    this.background = background;
    this.stages = stages;
    this.contact = contact;
  }

  void hear(RunEvent event) {
    switch (event) {
      case RunEvent.StepChanged step -> {
        if (step.state() == StepState.RUNNING) {
          progress = new Progress();
        }
        post(() -> stages.heard(step));
      }
      case RunEvent.Output(long _, String text) ->
          progress.accept(text).ifPresent(now -> post(() -> stages.heard(now)));
      case RunEvent.StateChanged(RunState state) ->
          post(() -> contact.lost(state instanceof RunState.Unknown(String reason) ? reason : ""));
      case RunEvent.CheckFinished _ -> {}
    }
  }

  void close() {
    closed = true;
  }

  private void post(Runnable action) {
    background.post(
        () -> {
          if (!closed) {
            action.run();
          }
        });
  }
}
