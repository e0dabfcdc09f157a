package org.megatronsetup.wizard.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.megatronsetup.model.Problem;

/**
 * Where everything goes that may take a while. Callbacks come on the thread of the screen, and
 * never after the work was cancelled.
 */
public interface Background {

  /**
   * Starts a job.
   *
   * @param job may block; is interrupted when the work is cancelled
   * @param done hears the result
   * @param problems hears what the job's {@link org.megatronsetup.model.SetupException} says; for
   *     any other failure, a problem that quotes the id under which it was reported
   */
  <T> Work start(Callable<T> job, Consumer<T> done, Consumer<List<Problem>> problems);

  /** Runs an action on the thread of the screen, after those posted before it. */
  void post(Runnable action);

  /** Runs an action on the thread of the screen once the delay has passed. */
  Work later(Duration delay, Runnable action);

  /** Something that was started. */
  interface Work {
    Work NONE = () -> {};

    /** Ends it; none of its callbacks comes any more. Safe at any time, any number of times. */
    void cancel();
  }
}
