package org.megatronsetup.shell.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.RealPodman;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Shell;

/** Runs in containers of real engines, and what becomes of them. */
@Execution(ExecutionMode.CONCURRENT)
final class ContainerRunsTest {
  private static final String NAME = "one";

  @TempDir Path folder;

  private RealEngine start(String kind) throws Exception {
    Path own = Files.createDirectory(folder.resolve("e"));
    RealEngine engine = kind.equals("docker") ? RealDocker.start(own) : RealPodman.start(own);
    TestImages.ubuntu(engine, "system:1");
    engine.run(
        "run", "--detach", "--init", "--network=host", "--name", NAME, "system:1", "sleep", "3600");
    return engine;
  }

  private static Shell shell(RealEngine engine) {
    return new ContainerShell(new LocalShell(), engine::words, NAME);
  }

  private static Runs runs(Shell shell) {
    return new Runs(shell, "/root/state");
  }

  private static RunRequest request(Step... steps) {
    return FixtureRequest.of("/root/env", Credentials.NONE, Map.of(), steps);
  }

  /** Waits for a file in the container that the step made, so it is surely under way. */
  private static void untilReached(RealEngine engine) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (engine.tryTo("exec", NAME, "test", "-e", "/root/reached").exitStatus() == 0) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the step did not begin");
  }

  private static Step patient() {
    return FixtureRequest.step(
        "two", "touch /root/reached\nuntil [ -e /root/go ]; do sleep 0.1; done\necho through", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void aStoppedContainerIsNoLostContactAndItsRunCanBeResumed(String kind) throws Exception {
    try (RealEngine engine = start(kind);
        Shell shell = shell(engine)) {
      Runs runs = runs(shell);
      String id = runs.start(request(FixtureRequest.step("one", "echo first", ""), patient()));
      CompletableFuture<String> followed =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return runs.follow(id, event -> {}).toString();
                } catch (SetupException e) {
                  return e.problems().getFirst().code();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      untilReached(engine);
      engine.run("kill", NAME);
      assertThat(followed.get()).isEqualTo("container-stopped");

      engine.run("start", NAME);
      assertThat(runs.state(id)).isEqualTo(new RunState.ContainerRestarted());
      engine.run("exec", NAME, "touch", "/root/go");
      runs.resume(id, Credentials.NONE, new char[0]);
      Heard heard = Heard.follow(runs, id);
      assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.log()).containsOnlyOnce("\nfirst\n").contains("through\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void aRunGoesOnWithoutItsClientAndIsFollowedByAnother(String kind) throws Exception {
    try (RealEngine engine = start(kind)) {
      String id;
      try (Shell shell = shell(engine)) {
        id = runs(shell).start(request(patient()));
      }
      untilReached(engine);
      engine.run("exec", NAME, "touch", "/root/go");
      try (Shell other = shell(engine)) {
        Heard heard = Heard.follow(runs(other), id);
        assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
        assertThat(heard.log()).contains("through\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void aCancelledRunLeavesNothingInTheContainer(String kind) throws Exception {
    try (RealEngine engine = start(kind);
        Shell shell = shell(engine)) {
      Runs runs = runs(shell);
      String id = runs.start(request(patient()));
      untilReached(engine);
      assertThat(runs.cancel(id)).isEqualTo(new RunState.Cancelled());
      assertThat(engine.run("exec", NAME, "sh", "-c", "cat /proc/[0-9]*/cmdline"))
          .doesNotContain("/root/go");
    }
  }
}
