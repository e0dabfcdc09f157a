package org.megatronsetup.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.export.Report;
import org.megatronsetup.export.ReportFormat;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.validate.Validation;
import org.megatronsetup.validate.ValidationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves an install, or shows what is wrong with it. */
@Command(
    name = "validate",
    description = "Prove that an install works, check by check. Without --python: that of a run.")
final class ValidateCommand implements Callable<Integer>, JsonOutput {

  /** What the rows are written as. */
  enum Format {
    text(Optional.empty()),
    markdown(Optional.of(ReportFormat.MARKDOWN)),
    html(Optional.of(ReportFormat.HTML)),
    json(Optional.of(ReportFormat.JSON));

    private final Optional<ReportFormat> document;

    Format(Optional<ReportFormat> document) {
      this.document = document;
    }
  }

  private final Context context;

  @Spec CommandSpec spec;
  @Mixin TargetOption target;
  @Mixin RunArgument run;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "The interpreter that Megatron Core was installed into.")
  Optional<Path> python = Optional.empty();

  @Option(
      names = "--expect",
      paramLabel = "VERSION",
      description = "The version that should be there. Default: any; with a run, the run's.")
  Optional<String> expected = Optional.empty();

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "ID",
      description = "Run only these checks, by the ids that --json shows.")
  List<String> only = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text; markdown; html, one page that needs nothing beside it; json, one document as a"
              + " receipt. A document goes to standard output when all is checked, the rows to"
              + " standard error as they come. Default: text.")
  Optional<Format> format = Optional.empty();

  @Option(names = "--json", description = "Print one JSON line a check, as it ends.")
  boolean json;

  ValidateCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json || format.equals(Optional.of(Format.json));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (json && format.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--json prints a line for each check: give it, or --format");
    }
    Setup setup = context.setup(target);
    Optional<RunDetails> details =
        python.isPresent() ? Optional.empty() : Optional.of(setup.open(run.resolve(setup)));
    ValidationRequest request = request(details);
    Optional<ReportFormat> document = format.flatMap(chosen -> chosen.document);
    RunPrinter printer = printer(document.isPresent());
    List<Check> checks =
        setup.validate(request, check -> printer.event(new RunEvent.CheckFinished(check)));
    ExitCode code = Validation.ok(checks) ? ExitCode.OK : ExitCode.VALIDATION_RED;
    printer.finished(code, Validation.summaryWithCounts(checks));
    if (document.isPresent()) {
      context
          .terminal()
          .out()
          .print(document.get().render(report(setup, details, request, checks)));
      context.terminal().out().flush();
    }
    new ContainerEnd(setup, context.terminal(), json).after(code, target.target());
    return code.status();
  }

  private RunPrinter printer(boolean document) {
    if (json) {
      return new JsonRunPrinter(context.terminal());
    }
    return new TextRunPrinter(document ? context.terminal() : context.terminal().errorsToOutput());
  }

  private ValidationRequest request(Optional<RunDetails> details) {
    ValidationRequest wanted =
        details
            .map(of -> of.validation(List.of()))
            .orElseGet(
                () ->
                    ValidationRequest.of(
                        new Places(target.target()).absolute(python.orElseThrow()), ""));
    return new ValidationRequest(
        wanted.python(),
        expected.orElse(wanted.expectedVersion()),
        wanted.commit(),
        only,
        wanted.device(),
        wanted.limit());
  }

  private static Report report(
      Setup setup, Optional<RunDetails> details, ValidationRequest request, List<Check> checks)
      throws InterruptedException {
    String program = ProgramVersion.text();
    var packages = setup.packages(request.python());
    Instant now = Instant.now();
    return details
        .map(
            of ->
                Report.of(
                    setup.targetName(),
                    new Receipt(
                        Receipt.SCHEMA_VERSION,
                        program,
                        of.id(),
                        now,
                        of.answers(),
                        of.metadata(),
                        of.plan(),
                        packages,
                        checks)))
        .orElseGet(
            () -> Report.of(setup.targetName(), program, request.python(), now, packages, checks));
  }
}
