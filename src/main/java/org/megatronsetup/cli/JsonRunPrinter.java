package org.megatronsetup.cli;

import java.util.List;
import java.util.Map;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;

/** Events as JSON lines. */
final class JsonRunPrinter implements RunPrinter {
  private final JsonLines lines;

  JsonRunPrinter(Terminal terminal) {
    this.lines = new JsonLines(terminal.out());
  }

  @Override
  public void started(RunDetails details) {
    lines.write(Map.of("event", "started", "run", details.id()));
  }

  @Override
  public void event(RunEvent event) {
    lines.write(event);
  }

  @Override
  public void diagnosis(Diagnosis diagnosis) {
    lines.write(Map.of("event", "diagnosis", "diagnosis", diagnosis));
  }

  @Override
  public void problems(List<Problem> problems) {
    problems.forEach(p -> lines.write(Map.of("event", "problem", "problem", p)));
  }

  @Override
  public void cancelling() {
    lines.write(Map.of("event", "cancelling"));
  }

  @Override
  public void left(String id) {
    lines.write(Map.of("event", "left", "run", id));
  }

  @Override
  public void finished(ExitCode code, String sentence) {
    lines.write(Map.of("event", "finished", "exit", code.status(), "summary", sentence));
  }
}
