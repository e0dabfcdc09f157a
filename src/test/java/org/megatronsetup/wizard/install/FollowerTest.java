package org.megatronsetup.wizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.kit.SameThread;

final class FollowerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:12:00Z");

  @TempDir Path folder;

  /** A run whose log has some lines already, and gets one more. */
  private static Setup engine(Callback sizeOfLog) {
    return (Setup)
        Proxy.newProxyInstance(
            FollowerTest.class.getClassLoader(),
            new Class<?>[] {Setup.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("logSize")) {
                return sizeOfLog.size();
              }
              @SuppressWarnings("unchecked")
              Consumer<RunEvent> listener = (Consumer<RunEvent>) arguments[1];
              listener.accept(new RunEvent.Output(0, "there\nbefore\n"));
              listener.accept(new RunEvent.Output(13, "new\n"));
              return new RunState.Succeeded(true);
            });
  }

  /** How many bytes it has. */
  private interface Callback {
    long size();
  }

  private static Follower.Screen nobody() {
    return new Follower.Screen() {
      @Override
      public void changed(RunEvent event) {}

      @Override
      public void progressed(ProgressState state) {}
    };
  }

  private LogStore follow(Callback sizeOfLog) throws InterruptedException {
    LogStore store = new LogStore(folder, () -> NOW);
    Follower follower = new Follower(new SameThread(), store, nobody());
    assertThat(follower.follow(engine(sizeOfLog), "run")).isEqualTo(new RunState.Succeeded(true));
    return store;
  }

  @Test
  void whatWasThereBeforeHasNoTime() throws Exception {
    try (LogStore store = follow(() -> 13)) {
      assertThat(store.line(1).text()).isEqualTo("before");
      assertThat(store.arrived(0)).isEmpty();
      assertThat(store.arrived(1)).isEmpty();
      assertThat(store.arrived(2)).contains(NOW);
    }
  }

  @Test
  void aTargetOutOfReachIsFollowedAllTheSame() throws Exception {
    Problem problem = Problem.preflight("contact", "", "Out of reach.", "It is.", "Wait.");
    try (LogStore store =
        follow(
            () -> {
              throw new SetupException(List.of(problem));
            })) {
      assertThat(store.lineCount()).isEqualTo(3);
      assertThat(store.arrived(0)).contains(NOW);
    }
  }
}
