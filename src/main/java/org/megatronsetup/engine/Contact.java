package org.megatronsetup.engine;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;

/** Says that a target does not answer. */
final class Contact {
  private Contact() {}

  static SetupException lost(Shell shell, ContactException e) {
    return new SetupException(
        List.of(
            new Problem(
                Problem.Kind.CONTACT,
                "contact-lost",
                "There is no answer from " + shell.machine() + ".",
                String.valueOf(e.getMessage()),
                "Check the name, the port and the network, and try again. A run that was started"
                    + " goes on by itself, and can be followed later.",
                "")),
        e);
  }
}
