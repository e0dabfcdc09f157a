package org.megatronsetup.run;

import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;

/** What can go wrong around a run, in plain words. */
final class RunProblems {
  private RunProblems() {}

  static SetupException unknownRun(String id) {
    return new SetupException(
        Problem.answers(
            "run-unknown",
            "",
            "There is no run " + id + " on this target.",
            "Its directory is not there; it may have been removed, or belong to another user.",
            "List the runs of the target and choose one of them."));
  }

  static SetupException unreadable(String id, String name) {
    return new SetupException(
        Problem.answers(
            "run-unreadable",
            "",
            "The file " + name + " of run " + id + " cannot be read.",
            "It was cut off, or another version of this program wrote it.",
            "Start a new run from the saved answers."));
  }

  static SetupException running(String id) {
    return new SetupException(
        Problem.preflight(
            "run-running",
            "",
            "The run " + id + " is still going on.",
            "Something that it started is alive.",
            "Follow it, or cancel it first."));
  }

  static SetupException environmentBusy(String holder) {
    return new SetupException(
        Problem.preflight(
            "environment-busy",
            "environment",
            "Another run is working on this environment: " + holder + ".",
            "Two runs in one environment would spoil each other's packages.",
            "Follow that run to its end, or cancel it, and start again."));
  }

  static SetupException notWritable(String directory, String said) {
    return new SetupException(
        Problem.preflight(
            "run-directory",
            "",
            "The run could not be written to " + directory + ".",
            said.isEmpty() ? "The disk may be full, or the folder not writable." : said,
            "Make room there, or make the folder writable for this user."));
  }

  static SetupException cancelIncomplete(String id) {
    return new SetupException(
        new Problem(
            Problem.Kind.STEP,
            "cancel-incomplete",
            "Not everything that run " + id + " started could be ended.",
            "A process does not react, or belongs to another user.",
            "Look for processes with MEGATRON_SETUP_RUN_ID=" + id + " in their environment.",
            ""));
  }

  static SetupException contact(ContactException e) {
    return new SetupException(
        List.of(
            new Problem(
                Problem.Kind.CONTACT,
                "contact-lost",
                "The target did not answer.",
                e.getMessage(),
                "Runs go on without a connection. List the runs to see where they stand.",
                "")),
        e);
  }
}
