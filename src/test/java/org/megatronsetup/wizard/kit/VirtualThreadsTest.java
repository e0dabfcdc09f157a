package org.megatronsetup.wizard.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

final class VirtualThreadsTest {
  private static final Problem EXPECTED = Problem.answers("x", "", "Expected.", "", "");
  private static final Problem REPORTED = Problem.answers("y", "", "Reported.", "", "");

  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private final List<Throwable> reported = new ArrayList<>();
  private final Background background =
      new VirtualThreads(
          screen::add,
          failure -> {
            reported.add(failure);
            return REPORTED;
          });

  private void runNext() throws InterruptedException {
    Runnable next = screen.poll(1, TimeUnit.MINUTES);
    assertThat(next).isNotNull();
    next.run();
  }

  @Test
  void resultsComeOnTheScreensThread() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    background.start(() -> Thread.currentThread().isVirtual() + "", heard::add, p -> {});
    runNext();
    assertThat(heard).containsExactly("true");
  }

  @Test
  void expectedProblemsGoToThePageAndOthersToTheHandlerToo() throws InterruptedException {
    List<Problem> heard = new ArrayList<>();
    background.start(
        () -> {
          throw new SetupException(EXPECTED);
        },
        x -> {},
        heard::addAll);
    runNext();
    assertThat(heard).containsExactly(EXPECTED);
    assertThat(reported).isEmpty();
    background.start(
        () -> {
          throw new IllegalStateException("nobody thought of it");
        },
        x -> {},
        heard::addAll);
    runNext();
    assertThat(heard).containsExactly(EXPECTED, REPORTED);
    assertThat(reported).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aCancelledWorkIsInterruptedAndSilent() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    List<String> heard = new ArrayList<>();
    Background.Work work =
        background.start(
            () -> {
              try {
                Thread.sleep(60_000);
              } finally {
                interrupted.countDown();
              }
              return "late";
            },
            heard::add,
            p -> heard.add("problem"));
    work.cancel();
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
    background.start(() -> "ready", heard::add, p -> {});
    runNext();
    assertThat(heard).containsExactly("ready");
    assertThat(screen).isEmpty();
  }
}
