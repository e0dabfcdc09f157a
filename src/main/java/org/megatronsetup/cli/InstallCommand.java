package org.megatronsetup.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plans, runs, follows and proves an install. */
@Command(
    name = "install",
    description = {
      "Install Megatron Core and validate it.",
      "",
      "The log goes to standard output, byte for byte; everything else to standard error. Ctrl-C"
          + " cancels the install; if this program is ended in any other way, the install goes on"
          + " and 'attach' follows it."
    })
final class InstallCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

  @Mixin TargetOption target;
  @Mixin AnswersOptions answers;

  @ArgGroup(validate = false, heading = "%nSecrets:%n")
  LoginOptions login = new LoginOptions();

  @Option(names = "--json", description = "Print events as JSON lines.")
  boolean json;

  @Option(names = "--yes", description = "Do not ask before starting.")
  boolean yes;

  InstallCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = context.terminal();
    Answers chosen = answers.answers(terminal, target);
    Setup setup = context.setup(chosen.target(), target);
    Credentials credentials = login.credentials(chosen.sources(), terminal);
    Preparation preparation = setup.prepare(chosen, credentials);
    announce(preparation);
    if (!yes && !agreed()) {
      return ExitCode.USAGE.status();
    }
    // asked while the person is there: bringing may take long
    char[] rootPassword = login.rootPassword(terminal, preparation.plan());
    try {
      bring(setup, preparation);
    } catch (InterruptedException e) {
      Arrays.fill(rootPassword, '\0');
      return notBrought();
    }
    String id = setup.start(preparation, credentials, rootPassword);
    return new RunFront(setup, terminal, json)
        .follow(id, RunFront.OnInterrupt.CANCEL, true)
        .status();
  }

  private void announce(Preparation preparation) {
    if (json) {
      new JsonLines(context.terminal().out()).event("plan", "preparation", preparation);
    } else {
      PlanText.print(preparation, context.terminal().err());
    }
  }

  private void bring(Setup setup, Preparation preparation) throws InterruptedException {
    BringPrinter printer = new BringPrinter(context.terminal(), json);
    try (Interrupts _ = Interrupts.interrupting(Thread.currentThread())) {
      setup.bring(preparation, printer::event);
    } finally {
      printer.end();
    }
  }

  private int notBrought() {
    String sentence = "Cancelled: nothing was started. The wheels that came over stay there.";
    if (json) {
      new JsonRunPrinter(context.terminal()).finished(ExitCode.CANCELLED, sentence);
    } else {
      context.terminal().err().println(sentence);
    }
    return ExitCode.CANCELLED.status();
  }

  private boolean agreed() {
    if (!context.terminal().interactive()) {
      context
          .terminal()
          .err()
          .println(
              "megatron-setup: nothing was started. There is no terminal to ask on: add --yes to"
                  + " agree to the plan.");
      return false;
    }
    return context.terminal().confirm("Start?");
  }
}
