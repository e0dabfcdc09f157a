package org.megatronsetup.validate;

import java.util.List;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Check;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** Runs the validation ladder on a target. It changes nothing there. */
public final class Validator {
  private static final String SCRIPT = "validate/validate.sh";

  private final Shell shell;
  private final FailureBook book;

  public Validator(Shell shell, FailureBook book) {
    this.shell = shell;
    this.book = book;
  }

  /**
   * Runs the checks that are asked for, one after the other.
   *
   * <p>A crash of whatever is checked, and of the ladder itself, is a failed row.
   *
   * @param listener hears each row the moment that its check ends
   * @return all rows, in order
   * @throws org.megatronsetup.model.SetupException if there is no check with an id asked for
   * @throws ContactException if the target cannot be reached; says nothing about what is installed
   * @throws InterruptedException if the thread was interrupted; the checks and everything that they
   *     started are ended then
   */
  public List<Check> validate(ValidationRequest request, ValidationListener listener)
      throws ContactException, InterruptedException {
    Script script = Scripts.load(SCRIPT, request.arguments(), CheckArchive.bytes());
    RowReader rows = new RowReader(new Explainer(book), listener);
    try (Shell.Running running = shell.start(script, rows)) {
      int exitStatus = running.waitFor();
      return rows.finish(exitStatus, request.python());
    } finally {
      rows.silence();
    }
  }
}
