package org.megatronsetup.wizard.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

/** One virtual thread a job; callbacks through the screen's executor. */
public final class VirtualThreads implements Background {
  private final Executor screen;
  private final Failures failures;

  /**
   * @param screen runs what it is given on the thread of the screen
   */
  public VirtualThreads(Executor screen, Failures failures) {
    this.screen = screen;
    this.failures = failures;
  }

  @Override
  public <T> Work start(Callable<T> job, Consumer<T> done, Consumer<List<Problem>> problems) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Thread thread =
        Thread.ofVirtual().name("wizard-job").unstarted(() -> run(job, done, problems, cancelled));
    thread.start();
    return () -> {
      cancelled.set(true);
      thread.interrupt();
    };
  }

  private <T> void run(
      Callable<T> job,
      Consumer<T> done,
      Consumer<List<Problem>> problems,
      AtomicBoolean cancelled) {
    try {
      T value = job.call();
      deliver(cancelled, () -> done.accept(value));
    } catch (SetupException e) {
      deliver(cancelled, () -> problems.accept(e.problems()));
    } catch (InterruptedException e) {
      // Only a cancelled work is interrupted, and nobody waits for that one any more.
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      deliver(cancelled, () -> problems.accept(List.of(failures.report(e))));
    }
  }

  private void deliver(AtomicBoolean cancelled, Runnable callback) {
    screen.execute(
        () -> {
          if (!cancelled.get()) {
            callback.run();
          }
        });
  }

  @Override
  public void post(Runnable action) {
    screen.execute(action);
  }

  @Override
  public Work later(Duration delay, Runnable action) {
    return start(
        () -> {
          Thread.sleep(delay);
          return delay;
        },
        passed -> action.run(),
        problems -> {});
  }
}
