package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Step;
import org.megatronsetup.words.Words;

/** The step that makes the virtual environment. */
final class VenvRoute {
  private final Interpreter python;
  private final PackageCommands commands;
  private final PlanTexts texts;

  VenvRoute(Interpreter python, PackageCommands commands, PlanTexts texts) {
    this.python = python;
    this.commands = commands;
    this.texts = texts;
  }

  List<Step> steps() {
    return python.maker().map(this::step).stream().toList();
  }

  private Step step(Interpreter.Maker maker) {
    return new Step(
        "venv",
        Words.of("plan.step.venv.title"),
        Words.of("plan.step.venv.why"),
        List.of(commands.makeVenv(maker, python.root())),
        false,
        doneWhen(),
        true,
        new Step.Estimate(10, 0, Words.of("plan.step.venv.estimate")));
  }

  /** It is there, it works, and the Python in it is the one that is asked for. */
  private List<Command> doneWhen() {
    List<Command> done = new ArrayList<>();
    done.add(new Command.Exec(List.of("test", "-x", python.path())));
    done.add(
        new Command.Exec(
            List.of(
                python.path(), "-I", "-c", texts.text("venv_of.py").strip(), python.version())));
    return done;
  }
}
