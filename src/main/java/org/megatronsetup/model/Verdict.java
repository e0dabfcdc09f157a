package org.megatronsetup.model;

/**
 * One line of the preflight.
 *
 * @param id stable, such as {@code gpu}
 * @param title what was looked at; {@code value} what was found
 * @param remedy what to do, empty when ready
 */
public record Verdict(String id, String title, String value, Level level, String remedy) {

  /** How a fact stands to the plan. */
  public enum Level {
    READY,
    ATTENTION,
    BLOCKS
  }
}
