package org.megatronsetup.cli;

import org.megatronsetup.model.StepState;

/** The state of a step in a word, the same wherever steps are told. */
final class StepWords {
  private StepWords() {}

  static String line(StepState state, String title) {
    return "%-9s  %s".formatted(word(state), title);
  }

  private static String word(StepState state) {
    return switch (state) {
      case WAITING -> "waiting";
      case RUNNING -> "running";
      case DONE -> "done";
      case UNCHANGED -> "unchanged";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }
}
