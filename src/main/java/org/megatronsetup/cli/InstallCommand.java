package org.megatronsetup.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.AnswersCheck;
import org.megatronsetup.words.Words;
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
          + " and 'attach' follows it.",
      "",
      "For a container, its image is fetched and it is started first, where it does not run"
          + " already. That goes on by itself on its host, too; the same command takes it up."
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
    if (setup.containerHost().isPresent()
        && chosen.target() instanceof Target.Container container) {
      refuse(AnswersCheck.check(chosen));
      GroundworkFront front =
          new GroundworkFront(setup.containerHost().get(), container.engine(), terminal, json);
      Groundwork found = front.look();
      if (!found.laid()) {
        if (!yes && !agreed()) {
          return ExitCode.USAGE.status();
        }
        Optional<ExitCode> end = front.lay(found);
        if (end.isPresent()) {
          return end.get().status();
        }
      }
      chosen = answers.fitting(chosen, found.image());
    }
    return install(setup, chosen, credentials).status();
  }

  private ExitCode install(Setup setup, Answers chosen, Credentials credentials)
      throws InterruptedException {
    Terminal terminal = context.terminal();
    Preparation preparation = setup.prepare(chosen, credentials);
    announce(preparation);
    if (!yes && !agreed()) {
      return ExitCode.USAGE;
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
    ExitCode code =
        new RunFront(setup, terminal, json).follow(id, RunFront.OnInterrupt.CANCEL, true);
    new ContainerEnd(setup, terminal, json).after(code, chosen.target());
    return code;
  }

  /** An image is large: what can be said against the answers is said before it is fetched. */
  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
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

  private ExitCode notBrought() {
    String sentence = Words.of("cli.install.cancelled");
    if (json) {
      new JsonRunPrinter(context.terminal()).finished(ExitCode.CANCELLED, sentence);
    } else {
      context.terminal().err().println(sentence);
    }
    return ExitCode.CANCELLED;
  }

  private boolean agreed() {
    if (!context.terminal().interactive()) {
      context.terminal().err().println(Words.of("cli.install.no-terminal"));
      return false;
    }
    return context.terminal().confirm(Words.of("cli.install.ask"));
  }
}
