package org.megatronsetup.engine;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Says that a target does not answer. */
final class Contact {
  private Contact() {}

  static SetupException lost(Shell shell, ContactException e) {
    return new SetupException(
        List.of(
            new Problem(
                Problem.Kind.CONTACT,
                "contact-lost",
                Words.of("engine.contact-lost.sentence", shell.machine()),
                String.valueOf(e.getMessage()),
                Words.of("engine.contact-lost.next"),
                "")),
        e);
  }
}
