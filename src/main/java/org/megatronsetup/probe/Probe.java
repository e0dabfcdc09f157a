package org.megatronsetup.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * Looks at a machine: one script, one round trip, one JSON answer. Changes nothing there. Whatever
 * the machine is, the script bounds the time of each tool that it asks.
 */
public final class Probe {
  /** Twice what the script allows itself, for slow connections. */
  private static final Duration LIMIT = Duration.ofSeconds(45);

  private static final int QUOTED_ERRORS = 400;

  /**
   * Looks at the machine behind the shell.
   *
   * @param paths paths to look at beside the usual ones, absolute
   * @param pythons interpreters to describe beside those that are found, absolute; one that is no
   *     working CPython is missing from the facts
   * @throws SetupException if the machine cannot be reached or cannot answer
   */
  public Facts probe(Shell shell, List<String> paths, List<String> pythons)
      throws InterruptedException {
    Shell.Finished finished;
    try {
      finished = shell.run(script(paths, pythons), LIMIT);
    } catch (ContactException e) {
      throw new SetupException(List.of(noContact(shell, e)), e);
    }
    if (finished.exitStatus() != 0) {
      throw new SetupException(failed(shell, finished));
    }
    return facts(shell, new String(finished.output(), StandardCharsets.UTF_8));
  }

  private static Script script(List<String> paths, List<String> pythons) {
    List<String> arguments = new ArrayList<>();
    for (String path : paths) {
      arguments.addAll(List.of("--path", path));
    }
    for (String python : pythons) {
      arguments.addAll(List.of("--python", python));
    }
    return Scripts.load("probe/probe.sh", arguments, Scripts.bytes("probe/describe.py"));
  }

  /** The answer is the last line that can be one: a login may print a greeting before it. */
  private static Facts facts(Shell shell, String output) {
    String answer =
        output
            .lines()
            .filter(line -> line.startsWith("{\"os\":"))
            .reduce((first, second) -> second)
            .orElseThrow(
                () -> new SetupException(noAnswer(shell, Words.of("probe.failed.no-answer"))));
    try {
      return Json.mapper().readValue(answer, Facts.class);
    } catch (JsonProcessingException e) {
      throw new SetupException(
          List.of(noAnswer(shell, Words.of("probe.failed.unreadable", e.getOriginalMessage()))), e);
    }
  }

  private static Problem noContact(Shell shell, ContactException e) {
    return new Problem(
        Problem.Kind.CONTACT,
        "probe-no-contact",
        Words.of("probe.no-contact.sentence", shell.machine()),
        String.valueOf(e.getMessage()),
        Words.of("probe.no-contact.next"),
        "");
  }

  private static Problem failed(Shell shell, Shell.Finished finished) {
    String errors = new String(finished.errors(), StandardCharsets.UTF_8).strip();
    String end = errors.substring(Math.max(0, errors.length() - QUOTED_ERRORS));
    return noAnswer(
        shell,
        end.isEmpty()
            ? Words.of("probe.failed.status", finished.exitStatus())
            : Words.of("probe.failed.status-said", finished.exitStatus(), end));
  }

  private static Problem noAnswer(Shell shell, String cause) {
    return Problem.preflight(
        "probe-failed",
        "",
        Words.of("probe.failed.sentence", shell.machine()),
        cause,
        Words.of("probe.failed.next"));
  }
}
