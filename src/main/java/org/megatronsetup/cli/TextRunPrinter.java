package org.megatronsetup.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.words.Words;

/** The log to standard output, everything else to standard error. */
final class TextRunPrinter implements RunPrinter {
  private final Terminal terminal;
  private final Map<String, String> titles = new HashMap<>();
  private String group = "";
  private boolean lost;

  TextRunPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void started(RunDetails details) {
    details.plan().steps().forEach((Step step) -> titles.put(step.id(), step.title()));
    say(Words.of("cli.run.started", details.id()));
  }

  @Override
  public void event(RunEvent event) {
    switch (event) {
      case RunEvent.Output output -> {
        terminal.out().print(output.text());
        terminal.out().flush();
      }
      case RunEvent.StepChanged step -> step(step);
      case RunEvent.StateChanged(var state) -> state(state);
      case RunEvent.CheckFinished(var check) -> check(check);
    }
  }

  private void state(RunState state) {
    if (state instanceof RunState.Unknown(String reason)) {
      lost = true;
      say(Words.of("cli.run.lost", reason));
    } else if (lost) {
      lost = false;
      say(Words.of("cli.contact.back"));
    }
  }

  private void step(RunEvent.StepChanged step) {
    if (step.state() != StepState.WAITING) {
      say(StepWords.line(step.state(), titles.getOrDefault(step.stepId(), step.stepId())));
    }
  }

  private void check(Check check) {
    if (!check.group().equals(group)) {
      group = check.group();
      say("");
      say(group);
    }
    CheckText.print(check, terminal.err());
  }

  @Override
  public void diagnosis(Diagnosis diagnosis) {
    say("");
    say(Words.of("cli.run.cause", diagnosis.cause()));
    if (!diagnosis.excerpt().isEmpty()) {
      say(Words.of("cli.run.seen", diagnosis.excerpt()));
    }
    diagnosis.remedies().forEach(remedy -> say(Words.of("cli.run.try", remedy)));
  }

  @Override
  public void problems(List<Problem> problems) {
    ProblemPrinter.print(problems, false, terminal);
  }

  @Override
  public void cancelling() {
    say(Words.of("cli.run.cancelling"));
  }

  @Override
  public void left(String id) {
    say(Words.of("cli.run.left", id));
  }

  @Override
  public void finished(ExitCode code, String sentence) {
    say("");
    say(sentence);
  }

  private void say(String line) {
    terminal.out().flush();
    terminal.err().println(line);
    terminal.err().flush();
  }
}
