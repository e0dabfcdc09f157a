package org.megatronsetup.wizard.install;

import java.util.List;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.RunState;
import org.megatronsetup.wizard.kit.Texts;

/**
 * What the end of a run means for the person.
 *
 * @param tone how good it is, as a check would say it
 * @param headline what happened
 * @param cause why, may be empty
 * @param remedies what can be done, best first
 * @param excerpt the line of the log that gave the cause away, may be empty
 * @param resumable whether it can go on from the step that did not finish
 */
record RunOutcome(
    Check.Status tone,
    String headline,
    String cause,
    List<String> remedies,
    String excerpt,
    boolean resumable) {

  /**
   * @param step title of the step that failed, may be empty
   */
  static RunOutcome of(RunState state, String step, Texts texts) {
    return switch (state) {
      case RunState.Succeeded(boolean changed) ->
          plain(
              Check.Status.PASSED,
              texts.get(changed ? "install.end.changed" : "install.end.unchanged"),
              "",
              false);
      case RunState.Failed(String id, int status) ->
          plain(
              Check.Status.FAILED,
              texts.get("install.end.failed", step),
              texts.get("install.end.failed.cause", status),
              true);
      case RunState.Cancelled() ->
          plain(
              Check.Status.WARNING,
              texts.get("install.end.cancelled"),
              texts.get("install.end.cancelled.cause"),
              true);
      case RunState.HostRestarted() ->
          plain(
              Check.Status.FAILED,
              texts.get("install.end.restarted"),
              texts.get("install.end.restarted.cause"),
              true);
      case RunState.ContainerRestarted() ->
          plain(
              Check.Status.FAILED,
              texts.get("install.end.container"),
              texts.get("install.end.container.cause"),
              true);
      case RunState.Died() ->
          plain(
              Check.Status.FAILED,
              texts.get("install.end.died"),
              texts.get("install.end.died.cause"),
              true);
      case RunState.Unknown(String reason) ->
          plain(Check.Status.WARNING, texts.get("install.end.unknown"), reason, false);
      case RunState.Waiting(), RunState.Running() ->
          plain(Check.Status.SKIPPED, texts.get("install.running"), "", false);
    };
  }

  private static RunOutcome plain(
      Check.Status tone, String headline, String cause, boolean resumable) {
    return new RunOutcome(tone, headline, cause, List.of(), "", resumable);
  }

  RunOutcome diagnosed(String cause, List<String> remedies, String excerpt) {
    return new RunOutcome(tone, headline, cause, remedies, excerpt, resumable);
  }
}
