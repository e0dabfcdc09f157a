package org.megatronsetup.wizard.install;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.progress.Progress;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.kit.Background;

/**
 * Hears a run on the thread that follows it: text goes straight to the log and is read for
 * progress, everything else goes to the screen. Once stopped, what still comes is dropped.
 */
final class Follower implements Consumer<RunEvent> {

  /** What the screen hears; on its own thread. */
  interface Screen {
    void changed(RunEvent event);

    void progressed(ProgressState state);
  }

  private final Background background;
  private final LogStore log;
  private final Screen screen;

  /**
   * The newest of this step that the screen has not seen yet: however fast a tool counts, one is on
   * its way. Another step has another one, so that it is not heard of before it begins.
   */
  private AtomicReference<ProgressState> newest = new AtomicReference<>();

  private Progress progress = new Progress();
  private boolean stopped;

  /** Bytes of the log that were there before anybody looked. */
  private long earlier;

  Follower(Background background, LogStore log, Screen screen) {
    this.background = background;
    this.log = log;
    this.screen = screen;
  }

  /** Follows a run from its first byte to its end. */
  RunState follow(Setup engine, String runId) throws InterruptedException {
    earlier = sizeOfLog(engine, runId);
    return engine.follow(runId, this);
  }

  private static long sizeOfLog(Setup engine, String runId) throws InterruptedException {
    try {
      return engine.logSize(runId);
    } catch (SetupException e) {
      // out of reach just now, which following bears: then all of it is yet to come
      return 0;
    }
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.Output(long offset, String text)) {
      if (offset < earlier) {
        log.appendEarlier(text);
      } else {
        log.append(text);
      }
      progress.accept(text).ifPresent(this::report);
      return;
    }
    if (event instanceof RunEvent.StepChanged step) {
      if (step.state() == StepState.RUNNING) {
        log.beginStep(step.stepId());
        progress = new Progress();
      }
      newest = new AtomicReference<>();
    }
    post(() -> screen.changed(event));
  }

  private void report(ProgressState state) {
    AtomicReference<ProgressState> seen = newest;
    if (seen.getAndSet(state) == null) {
      post(() -> screen.progressed(seen.getAndSet(null)));
    }
  }

  private void post(Runnable task) {
    background.post(
        () -> {
          if (!stopped) {
            task.run();
          }
        });
  }

  /** Only from the thread of the screen, as the events are. */
  void stop() {
    stopped = true;
  }
}
