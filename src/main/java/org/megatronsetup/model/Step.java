package org.megatronsetup.model;

import java.util.List;

/**
 * One step of a plan.
 *
 * @param id short and unique in the plan: lower-case letters, digits and hyphens
 * @param title what it does, as a heading
 * @param why one plain sentence for a newcomer
 * @param needsRoot whether the runner keeps root for it
 * @param doneWhen commands that all succeed exactly when there is nothing to do; empty: always do
 *     it
 * @param startsAfresh whether all that the steps after it are about lies in what its commands make:
 *     once they ran, nothing of it can be there already, and nobody need look
 * @param estimate what it costs
 */
public record Step(
    String id,
    String title,
    String why,
    List<Command> commands,
    boolean needsRoot,
    List<Command> doneWhen,
    boolean startsAfresh,
    Estimate estimate) {

  public Step {
    commands = List.copyOf(commands);
    doneWhen = List.copyOf(doneWhen);
  }

  /** A step after which there is as much to look for as before. */
  public Step(
      String id,
      String title,
      String why,
      List<Command> commands,
      boolean needsRoot,
      List<Command> doneWhen,
      Estimate estimate) {
    this(id, title, why, commands, needsRoot, doneWhen, false, estimate);
  }

  /**
   * @param seconds a guess on an ordinary connection; {@code downloadBytes} likewise
   * @param restsOn one sentence that says what the guess rests on
   */
  public record Estimate(int seconds, long downloadBytes, String restsOn) {}
}
