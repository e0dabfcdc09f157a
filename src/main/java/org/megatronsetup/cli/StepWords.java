package org.megatronsetup.cli;

import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.words.Words;

/** The state of a step in a word, the same wherever steps are told. */
final class StepWords {
  private StepWords() {}

  static String line(StepState state, String title) {
    return "%-9s  %s".formatted(word(state), title);
  }

  /** The title, and whether the step needs root. */
  static String title(Step step) {
    return step.needsRoot() ? Words.of("cli.step.needs-root", step.title()) : step.title();
  }

  private static String word(StepState state) {
    return switch (state) {
      case WAITING -> Words.of("cli.step.waiting");
      case RUNNING -> Words.of("cli.step.running");
      case DONE -> Words.of("cli.step.done");
      case UNCHANGED -> Words.of("cli.step.unchanged");
      case FAILED -> Words.of("cli.step.failed");
      case CANCELLED -> Words.of("cli.step.cancelled");
    };
  }
}
