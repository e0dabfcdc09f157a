package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;

/** Events as JSON lines. */
final class JsonRunPrinter implements RunPrinter {
  private record Finished(String event, int exit, String summary) {}

  private final JsonLines lines;

  JsonRunPrinter(Terminal terminal) {
    this.lines = new JsonLines(terminal.out());
  }

  @Override
  public void started(RunDetails details) {
    lines.event("started", "run", details.id());
  }

  @Override
  public void event(RunEvent event) {
    lines.write(event);
  }

  @Override
  public void diagnosis(Diagnosis diagnosis) {
    lines.event("diagnosis", "diagnosis", diagnosis);
  }

  @Override
  public void problems(List<Problem> problems) {
    problems.forEach(p -> lines.event("problem", "problem", p));
  }

  @Override
  public void cancelling() {
    lines.event("cancelling");
  }

  @Override
  public void left(String id) {
    lines.event("left", "run", id);
  }

  @Override
  public void finished(ExitCode code, String sentence) {
    lines.write(new Finished("finished", code.status(), sentence));
  }
}
