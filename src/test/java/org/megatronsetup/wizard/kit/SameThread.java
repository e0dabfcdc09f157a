package org.megatronsetup.wizard.kit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

/** Does everything at once, on the thread that asks: for tests of decisions. */
public final class SameThread implements Background {
  @Override
  public <T> Work start(Callable<T> job, Consumer<T> done, Consumer<List<Problem>> problems) {
    try {
      done.accept(job.call());
    } catch (SetupException e) {
      problems.accept(e.problems());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return Work.NONE;
  }

  @Override
  public void post(Runnable action) {
    action.run();
  }

  @Override
  public Work later(Duration delay, Runnable action) {
    action.run();
    return Work.NONE;
  }
}
