package org.megatronsetup.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line as a whole. */
public final class CommandLineFront {
  private final Opened opened;
  private final Context context;

  /**
   * @param setup opens the engine for the target
   */
  public CommandLineFront(Opener setup) {
    this(new Context(Terminal.ofThisProcess(), setup));
  }

  CommandLineFront(Context context) {
    opened = new Opened(context.opener());
    this.context = new Context(context.terminal(), opened);
  }

  /**
   * @return the exit status
   */
  public int run(String... arguments) {
    try (opened) {
      return commandLine().execute(arguments);
    }
  }

  /**
   * Says why the wizard did not open.
   *
   * @return the exit status
   */
  public int noDisplay() {
    context.terminal().err().println(Words.of("cli.no-display"));
    return ExitCode.USAGE.status();
  }

  private CommandLine commandLine() {
    CommandLine line = new CommandLine(new Root());
    for (Object command :
        List.of(
            new ProbeCommand(context),
            new PlanCommand(context),
            new InstallCommand(context),
            new ValidateCommand(context),
            new VersionsCommand(context),
            new RunsCommand(context),
            new AttachCommand(context),
            new CancelCommand(context))) {
      line.addSubcommand(command);
    }
    line.getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
    line.setOut(new PrintWriter(context.terminal().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(context.terminal().err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionStrategy(
        parsed -> {
          GivenTwice.refuse(parsed);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  private int wrongUsage(ParameterException e, String[] arguments) {
    context.terminal().err().println("megatron-setup: " + UsageMessage.of(e));
    context
        .terminal()
        .err()
        .println(
            "  " + Words.of("cli.usage.next", e.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE.status();
  }

  private int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean json = line.getCommand() instanceof JsonOutput output && output.json();
    if (e instanceof SetupException stopped) {
      ProblemPrinter.print(stopped.problems(), json, context.terminal());
      return ExitCode.of(stopped.problems()).status();
    }
    if (e instanceof InterruptedException) {
      return ExitCode.CANCELLED.status();
    }
    unexpected(e);
    return ExitCode.STEP_FAILED.status();
  }

  /** A defect of this program: said as one, with what a report needs. */
  private void unexpected(Exception e) {
    context.terminal().err().println(Words.of("cli.unexpected"));
    e.printStackTrace(context.terminal().err());
  }

  @Command(
      name = "megatron-setup",
      versionProvider = ProgramVersion.class,
      mixinStandardHelpOptions = true,
      description = {
        "Installs NVIDIA Megatron Core and proves that it works.",
        "",
        "Without a command, the wizard opens."
      },
      footerHeading = "%nExit codes:%n",
      footer = {
        "  0    installed and validated (warnings allowed)",
        "  1    a check of the validation failed",
        "  2    wrong usage or wrong answers",
        "  3    the target is not fit for it, or the index cannot be reached",
        "  4    a step failed",
        "  5    contact with the target was lost: its state is unknown",
        "  130  cancelled"
      })
  private static final class Root implements Runnable {
    @picocli.CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
      throw new ParameterException(spec.commandLine(), Words.of("cli.usage.no-command"));
    }
  }
}
