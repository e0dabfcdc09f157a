package org.megatronsetup.model;

import java.util.Optional;

/**
 * One row of the validation.
 *
 * @param id stable, such as {@code import-megatron-core}
 * @param group heading it stands under, such as {@code Packages}
 * @param summary one sentence: what was found
 * @param detail full output, may have many lines, may be empty
 * @param cause,remedy for a warning or a failure; empty otherwise
 */
public record Check(
    String id,
    String group,
    String title,
    Status status,
    String summary,
    Optional<String> version,
    double seconds,
    String detail,
    String cause,
    String remedy) {

  /** What a row says. Skipped is grey, never green. */
  public enum Status {
    PASSED,
    WARNING,
    FAILED,
    SKIPPED
  }
}
