package org.megatronsetup.run;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.StepState;

/** One line of a run's {@code events}, as {@code runner.sh} writes it. */
sealed interface EventLine {
  /** Size of the log when it was written. */
  long logOffset();

  /** A step's state changed. */
  record OfStep(RunEvent.StepChanged event) implements EventLine {
    @Override
    public long logOffset() {
      return event.logOffset();
    }
  }

  /** The run began (again), or ended. */
  record OfRun(boolean begins, long logOffset) implements EventLine {}

  /** Nothing, when the line is empty or was cut short by a full disk. */
  static Optional<EventLine> parse(String line) {
    Matcher step = Forms.STEP.matcher(line);
    if (step.matches()) {
      return Optional.of(
          new OfStep(
              new RunEvent.StepChanged(
                  step.group(2),
                  StepState.valueOf(step.group(3).toUpperCase(Locale.ROOT)),
                  Instant.ofEpochMilli(Long.parseLong(step.group(1))),
                  Long.parseLong(step.group(4)),
                  Integer.parseInt(step.group(5)))));
    }
    Matcher run = Forms.RUN.matcher(line);
    if (run.matches()) {
      return Optional.of(new OfRun(run.group(1).equals("running"), Long.parseLong(run.group(2))));
    }
    return Optional.empty();
  }

  /** The two forms of a line. */
  final class Forms {
    private static final Pattern STEP =
        Pattern.compile(
            "(\\d{1,15}) step ([a-z0-9-]+) (running|done|unchanged|failed|cancelled)"
                + " (\\d{1,18}) (\\d{1,5})");
    private static final Pattern RUN =
        Pattern.compile("\\d{1,15} run (running|succeeded|failed|cancelled) (\\d{1,18}) \\d{1,5}");

    private Forms() {}
  }
}
