package org.megatronsetup.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.model.Answers;
import org.megatronsetup.plan.AnswersWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what an install would do; changes nothing. */
@Command(name = "plan", description = "Say what an install would do, and change nothing.")
final class PlanCommand implements Callable<Integer>, JsonOutput {

  /** What a plan can be written as. */
  enum Format {
    text,
    json,
    sh,
    answers
  }

  private final Context context;

  @Mixin TargetOption target;
  @Mixin AnswersOptions answers;

  @ArgGroup(validate = false, heading = "%nSecrets:%n")
  LoginOptions login = new LoginOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text; json; sh, a script that does the same by hand; answers, a file for --answers."
              + " Default: text.")
  Format format = Format.text;

  @Option(names = "--json", description = "The same as --format json.")
  boolean json;

  PlanCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json || format == Format.json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = context.terminal();
    Answers chosen = answers.answers(terminal, target);
    Setup setup = context.setup(chosen.target(), target);
    if (setup.containerHost().isPresent()) {
      Groundwork found = setup.containerHost().get().look();
      if (!found.laid()) {
        return new GroundworkPlan(terminal).print(found, chosen, json ? Format.json : format);
      }
      chosen = answers.fitting(chosen, found.image());
    }
    return print(setup.prepare(chosen, login.credentials(chosen.sources(), terminal)));
  }

  private int print(Preparation preparation) {
    PrintStream out = context.terminal().out();
    switch (json ? Format.json : format) {
      case text -> PlanText.print(preparation, out);
      case json -> new JsonLines(out).document(preparation);
      case sh -> out.print(ShellScriptExport.render(preparation.plan()));
      case answers -> out.print(AnswersWriter.write(preparation.answers()));
    }
    out.flush();
    return ExitCode.OK.status();
  }
}
