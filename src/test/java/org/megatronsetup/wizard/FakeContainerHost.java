package org.megatronsetup.wizard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;

/** A machine with a container engine that does as it is told. */
public final class FakeContainerHost implements ContainerHost {
  /** What looking finds, until the container was laid. */
  public volatile Groundwork found;

  /** What goes wrong while the image is fetched, once. */
  public volatile Optional<Problem> pullProblem = Optional.empty();

  /** What the engine prints while it fetches; the gate is between the first half and the rest. */
  public volatile List<String> pullOutput = GroundworkSamples.PULL;

  /** What happens on the way to it. */
  public volatile FakeSetup.Arrival arrival = () -> {};

  public volatile boolean pullInterrupted;
  public volatile Semaphore pullGate = new Semaphore(1_000_000);
  public volatile Optional<Problem> commitProblem = Optional.empty();
  public volatile List<ImageOffer> offers = GroundworkSamples.offers();

  /** The words that call the engine. */
  public volatile List<String> engine = List.of("docker");

  public final List<String> calls = new CopyOnWriteArrayList<>();

  public FakeContainerHost(Groundwork found) {
    this.found = found;
  }

  private void called(String name) {
    if (FakeSetup.isScreenThread()) {
      throw new AssertionError(name + " was called on the thread of the screen");
    }
    calls.add(name);
  }

  @Override
  public List<String> call() {
    return engine;
  }

  @Override
  public Groundwork look() throws InterruptedException {
    called("look");
    arrival.happen();
    return found;
  }

  @Override
  public void lay(Groundwork groundwork, Consumer<RunEvent> listener) throws InterruptedException {
    called("lay");
    listener.accept(new RunEvent.StateChanged(new RunState.Running()));
    long offset = 0;
    for (Step step : groundwork.plan().steps()) {
      listener.accept(changed(step, StepState.RUNNING, offset));
      if (step.id().equals("image")) {
        if (pullInterrupted) {
          throw new InterruptedException();
        }
        offset = pull(listener);
        Optional<Problem> problem = pullProblem;
        if (problem.isPresent()) {
          pullProblem = Optional.empty();
          listener.accept(changed(step, StepState.FAILED, offset));
          throw new SetupException(problem.get());
        }
      }
      listener.accept(changed(step, StepState.DONE, offset));
    }
    listener.accept(new RunEvent.StateChanged(new RunState.Succeeded(true)));
    found = GroundworkSamples.running();
  }

  private long pull(Consumer<RunEvent> listener) throws InterruptedException {
    long offset = 0;
    for (int i = 0; i < pullOutput.size(); i++) {
      if (i == pullOutput.size() / 2) {
        pullGate.acquire();
      }
      listener.accept(new RunEvent.Output(offset, pullOutput.get(i)));
      offset += pullOutput.get(i).length();
    }
    return offset;
  }

  private static RunEvent changed(Step step, StepState state, long offset) {
    return new RunEvent.StepChanged(step.id(), state, FakeSetup.BEGAN, offset, 0);
  }

  @Override
  public void stopLaying() {
    called("stop");
  }

  @Override
  public List<ImageOffer> images(Optional<Release> release) {
    called("images");
    return offers;
  }

  @Override
  public void commit(String image) {
    called("commit " + image);
    commitProblem.ifPresent(
        problem -> {
          throw new SetupException(problem);
        });
  }

  @Override
  public void remove() {
    called("remove");
  }
}
