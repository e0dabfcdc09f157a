package org.megatronsetup.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.megatronsetup.model.Check;
import org.megatronsetup.run.BackOff;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.validate.ValidationRequest;
import org.megatronsetup.validate.Validator;

/**
 * Runs the ladder through a connection that may break. A check changes nothing, so the ladder
 * begins again once there is contact, and what was heard before is not heard twice. Whoever never
 * heard a row, or hears nothing for two minutes, is told that there is no contact.
 */
final class Validating {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Shell shell;
  private final Validator validator;
  private final Set<String> heard = new HashSet<>();
  private long lastHeard = System.nanoTime();

  Validating(Shell shell, Validator validator) {
    this.shell = shell;
    this.validator = validator;
  }

  List<Check> validate(ValidationRequest request, Consumer<Check> listener)
      throws InterruptedException {
    BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(15));
    while (true) {
      try {
        return validator.validate(request, row -> hear(row, listener));
      } catch (ContactException e) {
        if (heard.isEmpty() || System.nanoTime() - lastHeard > PATIENCE.toNanos()) {
          throw Contact.lost(shell, e);
        }
        backOff.pause();
      }
    }
  }

  private void hear(Check row, Consumer<Check> listener) {
    lastHeard = System.nanoTime();
    if (heard.add(row.id())) {
      listener.accept(row);
    }
  }
}
