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
 * @param mend empty: nothing that this program can plan would change the row
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
    String remedy,
    Optional<Mend> mend) {

  /** What a row says. Skipped is grey, never green. */
  public enum Status {
    PASSED,
    WARNING,
    FAILED,
    SKIPPED
  }

  /** A row that no plan can change. */
  public Check(
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
    this(
        id,
        group,
        title,
        status,
        summary,
        version,
        seconds,
        detail,
        cause,
        remedy,
        Optional.empty());
  }

  /** Whether somebody has to do something about it. */
  public boolean wanting() {
    return status == Status.FAILED || status == Status.WARNING;
  }
}
