package org.megatronsetup.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.StepState;
import org.megatronsetup.run.progress.Progress;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.words.Words;

/**
 * Says how far image and container are: in one line on a terminal, else a line now and then. What
 * the engine prints is not repeated.
 */
final class LayingPrinter {
  private static final String CLEAR = "\r\033[K";
  private static final long PAUSE = Duration.ofSeconds(30).toNanos();

  private final Terminal terminal;
  private final boolean json;
  private final Map<String, String> titles = new HashMap<>();
  private Progress progress = new Progress();
  private long lastSaid;
  private boolean counting;
  private boolean lost;

  LayingPrinter(Terminal terminal, boolean json, Plan plan) {
    this.terminal = terminal;
    this.json = json;
    plan.steps().forEach(step -> titles.put(step.id(), step.title()));
  }

  void event(RunEvent event) {
    if (json) {
      new JsonLines(terminal.out()).write(event);
      return;
    }
    switch (event) {
      case RunEvent.StepChanged step -> step(step);
      case RunEvent.Output(_, var text) -> progress.accept(text).ifPresent(this::count);
      case RunEvent.StateChanged(var state) -> state(state);
      case RunEvent.CheckFinished _ -> {}
    }
  }

  /** Ends a line that was being counted in. */
  void end() {
    if (counting) {
      terminal.err().println();
      terminal.err().flush();
      counting = false;
    }
  }

  private void step(RunEvent.StepChanged step) {
    if (step.state() == StepState.RUNNING) {
      progress = new Progress();
      lastSaid = System.nanoTime();
    }
    if (step.state() != StepState.WAITING) {
      say(StepWords.line(step.state(), titles.getOrDefault(step.stepId(), step.stepId())));
    }
  }

  private void state(RunState state) {
    if (state instanceof RunState.Unknown(String reason)) {
      lost = true;
      say(Words.of("cli.laying.lost", reason));
    } else if (lost) {
      lost = false;
      say(Words.of("cli.contact.back"));
    }
  }

  private void count(ProgressState state) {
    String line = "           " + words(state);
    if (terminal.interactive()) {
      terminal.err().print(CLEAR + line);
      terminal.err().flush();
      counting = true;
    } else if (System.nanoTime() - lastSaid > PAUSE) {
      lastSaid = System.nanoTime();
      say(line);
    }
  }

  private static String words(ProgressState state) {
    return switch (state.unit()) {
      case NONE -> state.label();
      case BYTES ->
          Words.of("cli.laying.of", state.label(), Sizes.of(state.done()), Sizes.of(state.total()));
      case ITEMS -> Words.of("cli.laying.of", state.label(), state.done(), state.total());
      case PERCENT -> Words.of("cli.laying.percent", state.label(), state.done());
    };
  }

  private void say(String line) {
    if (counting) {
      terminal.err().print(CLEAR);
      counting = false;
    }
    terminal.err().println(line);
    terminal.err().flush();
  }
}
