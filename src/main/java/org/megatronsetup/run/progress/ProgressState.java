package org.megatronsetup.run.progress;

import java.util.OptionalDouble;

/**
 * What a tool is doing, and how far it is.
 *
 * @param label what it is doing, such as {@code Downloading numpy 2.3.5}
 * @param done of {@code total}; never goes back while the label is the same
 * @param total 0: not known
 */
public record ProgressState(String label, long done, long total, Unit unit) {

  /** What is counted. */
  public enum Unit {
    NONE,
    BYTES,
    ITEMS,
    PERCENT
  }

  /** Something that goes on, nobody knows how long. */
  static ProgressState open(String label) {
    return new ProgressState(label, 0, 0, Unit.NONE);
  }

  static ProgressState items(String label, long done, long total) {
    return new ProgressState(label, done, total, Unit.ITEMS);
  }

  static ProgressState percent(String label, long done) {
    return new ProgressState(label, Math.min(done, 100), 100, Unit.PERCENT);
  }

  static ProgressState bytes(String label, long done, long total) {
    return new ProgressState(label, done, total, Unit.BYTES);
  }

  /** From 0 to 1; empty: not known. */
  public OptionalDouble fraction() {
    return total > 0
        ? OptionalDouble.of(Math.min(1, (double) done / total))
        : OptionalDouble.empty();
  }
}
