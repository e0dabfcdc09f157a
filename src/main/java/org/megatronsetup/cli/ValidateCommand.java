package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.validate.Validation;
import org.megatronsetup.validate.ValidationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves an install, or shows what is wrong with it. */
@Command(
    name = "validate",
    description = "Prove that an install works, check by check. Without --python: that of a run.")
final class ValidateCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

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

  @Option(names = "--json", description = "Print one JSON line a check.")
  boolean json;

  ValidateCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = context.setup(target);
    RunPrinter printer =
        json
            ? new JsonRunPrinter(context.terminal())
            : new TextRunPrinter(context.terminal().errorsToOutput());
    List<Check> checks =
        setup.validate(request(setup), check -> printer.event(new RunEvent.CheckFinished(check)));
    ExitCode code = Validation.ok(checks) ? ExitCode.OK : ExitCode.VALIDATION_RED;
    printer.finished(code, Validation.summary(checks));
    new ContainerEnd(setup, context.terminal(), json).after(code, target.target());
    return code.status();
  }

  private ValidationRequest request(Setup setup) throws InterruptedException {
    ValidationRequest wanted =
        python.isPresent()
            ? ValidationRequest.of(new Places(target.target()).absolute(python.get()), "")
            : setup.open(run.resolve(setup)).validation(List.of());
    return new ValidationRequest(
        wanted.python(),
        expected.orElse(wanted.expectedVersion()),
        wanted.commit(),
        only,
        wanted.device(),
        wanted.limit());
  }
}
