package org.megatronsetup.run;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.words.Words;

/** What can go wrong around a run, in plain words. */
final class RunProblems {
  private RunProblems() {}

  static SetupException unknownRun(String id) {
    return new SetupException(
        Problem.answers(
            "run-unknown",
            "",
            Words.of("run.run-unknown.sentence", id),
            Words.of("run.run-unknown.cause"),
            Words.of("run.run-unknown.next")));
  }

  static SetupException unreadable(String id, String name) {
    return new SetupException(
        Problem.answers(
            "run-unreadable",
            "",
            Words.of("run.run-unreadable.sentence", name, id),
            Words.of("run.run-unreadable.cause"),
            Words.of("run.run-unreadable.next")));
  }

  static SetupException running(String id) {
    return new SetupException(
        Problem.preflight(
            "run-running",
            "",
            Words.of("run.run-running.sentence", id),
            Words.of("run.run-running.cause"),
            Words.of("run.run-running.next")));
  }

  static SetupException environmentBusy(String holder) {
    return new SetupException(
        Problem.preflight(
            "environment-busy",
            "environment",
            Words.of("run.environment-busy.sentence", holder),
            Words.of("run.environment-busy.cause"),
            Words.of("run.environment-busy.next")));
  }

  static SetupException notWritable(String directory, String said) {
    return new SetupException(
        Problem.preflight(
            "run-directory",
            "",
            Words.of("run.run-directory.sentence", directory),
            said.isEmpty() ? Words.of("run.run-directory.cause") : said,
            Words.of("run.run-directory.next")));
  }

  static SetupException cancelIncomplete(String id) {
    return new SetupException(
        new Problem(
            Problem.Kind.STEP,
            "cancel-incomplete",
            Words.of("run.cancel-incomplete.sentence", id),
            Words.of("run.cancel-incomplete.cause"),
            Words.of("run.cancel-incomplete.next", id),
            ""));
  }

  static SetupException contact(ContactException e) {
    return new SetupException(
        List.of(
            new Problem(
                Problem.Kind.CONTACT,
                "contact-lost",
                Words.of("run.contact-lost.sentence"),
                e.getMessage(),
                Words.of("run.contact-lost.next"),
                "")),
        e);
  }
}
