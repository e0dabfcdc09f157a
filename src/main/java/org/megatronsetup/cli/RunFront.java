package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.validate.Validation;
import org.megatronsetup.words.Words;

/** Follows a run to its end, then validates, and says how it went. */
final class RunFront {

  /** What Ctrl-C means. */
  enum OnInterrupt {
    /** End the run with everything that it started. */
    CANCEL,
    /** Stop following; the run goes on. */
    LEAVE
  }

  private final Setup setup;
  private final RunPrinter printer;

  RunFront(Setup setup, Terminal terminal, boolean json) {
    this.setup = setup;
    this.printer = json ? new JsonRunPrinter(terminal) : new TextRunPrinter(terminal);
  }

  ExitCode follow(String id, OnInterrupt onInterrupt, boolean validate)
      throws InterruptedException {
    RunDetails details = setup.open(id);
    printer.started(details);
    try (Interrupts _ = Interrupts.interrupting(Thread.currentThread())) {
      RunState state = setup.follow(id, printer::event);
      return end(details, state, validate);
    } catch (InterruptedException e) {
      return interrupted(id, onInterrupt);
    } catch (SetupException e) {
      if (e.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.CONTACT)) {
        printer.problems(e.problems());
        return ExitCode.CONTACT_LOST;
      }
      throw e;
    }
  }

  private ExitCode interrupted(String id, OnInterrupt onInterrupt) throws InterruptedException {
    if (onInterrupt == OnInterrupt.LEAVE) {
      printer.left(id);
      return ExitCode.CANCELLED;
    }
    printer.cancelling();
    RunState state = setup.cancel(id);
    printer.event(new RunEvent.StateChanged(state));
    printer.finished(ExitCode.CANCELLED, Words.of("cli.run.cancelled.whole"));
    return ExitCode.CANCELLED;
  }

  private ExitCode end(RunDetails details, RunState state, boolean validate)
      throws InterruptedException {
    ExitCode code = ExitCode.of(state);
    if (state instanceof RunState.Failed(var step, var _)) {
      printer.diagnosis(setup.diagnose(details.id(), step));
    }
    if (code != ExitCode.OK || !validate) {
      printer.finished(code, sentence(details.id(), state));
      return code;
    }
    List<Check> checks =
        setup.validate(
            details.validation(List.of()),
            check -> printer.event(new RunEvent.CheckFinished(check)));
    setup.receipt(details.id(), checks);
    code = Validation.ok(checks) ? ExitCode.OK : ExitCode.VALIDATION_RED;
    printer.finished(
        code, sentence(details.id(), state) + " " + Validation.summaryWithCounts(checks));
    return code;
  }

  static String sentence(String id, RunState state) {
    return switch (state) {
      case RunState.Succeeded(var changed) ->
          changed ? Words.of("cli.run.installed") : Words.of("cli.run.unchanged");
      case RunState.Failed(var step, var exit) -> Words.of("cli.run.failed", step, exit, id);
      case RunState.Cancelled _ -> Words.of("cli.run.cancelled");
      case RunState.HostRestarted _ -> Words.of("cli.run.host-restarted", id);
      case RunState.ContainerRestarted _ -> Words.of("cli.run.container-restarted", id);
      case RunState.Died _ -> Words.of("cli.run.died", id);
      case RunState.Running _ -> Words.of("cli.run.running");
      case RunState.Waiting _ -> Words.of("cli.run.waiting");
      case RunState.Unknown(var reason) -> Words.of("cli.run.unknown", reason);
    };
  }
}
