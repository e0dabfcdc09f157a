package org.megatronsetup.engine;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.megatronsetup.model.Check;
import org.megatronsetup.run.BackOff;
import org.megatronsetup.run.Redactor;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.validate.ValidationRequest;
import org.megatronsetup.validate.Validator;

/**
 * Runs the ladder through a connection that may break. A check changes nothing, so the ladder
 * begins again once there is contact, and what was heard before is not heard twice. Whoever never
 * heard a row, or hears nothing for two minutes, is told that there is no contact.
 *
 * <p>Secrets that are known here are hidden in what the checks printed.
 */
final class Validating {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Shell shell;
  private final Validator validator;
  private final Redactor redactor;
  private final Set<String> heard = new HashSet<>();
  private long lastHeard = System.nanoTime();

  Validating(Shell shell, Validator validator, Redactor redactor) {
    this.shell = shell;
    this.validator = validator;
    this.redactor = redactor;
  }

  List<Check> validate(ValidationRequest request, ValidationListener listener)
      throws InterruptedException {
    BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(15));
    while (true) {
      try {
        return validator.validate(request, once(listener)).stream().map(this::hiding).toList();
      } catch (ContactException e) {
        if (heard.isEmpty() || System.nanoTime() - lastHeard > PATIENCE.toNanos()) {
          throw Contact.lost(shell, e);
        }
        backOff.pause();
      }
    }
  }

  private ValidationListener once(ValidationListener listener) {
    return new ValidationListener() {
      @Override
      public void started(String id, String group, String title) {
        if (!heard.contains(id)) {
          listener.started(id, group, title);
        }
      }

      @Override
      public void accept(Check row) {
        lastHeard = System.nanoTime();
        if (heard.add(row.id())) {
          listener.accept(hiding(row));
        }
      }
    };
  }

  private Check hiding(Check row) {
    return new Check(
        row.id(),
        row.group(),
        row.title(),
        row.status(),
        redactor.redact(row.summary()),
        row.version().map(redactor::redact),
        row.seconds(),
        redactor.redact(row.detail()),
        redactor.redact(row.cause()),
        redactor.redact(row.remedy()),
        row.mend());
  }
}
