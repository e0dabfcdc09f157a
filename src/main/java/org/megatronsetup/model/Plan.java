package org.megatronsetup.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What will be done, step by step.
 *
 * @param python the interpreter that holds Megatron Core afterwards (absolute path on the target)
 * @param environmentRoot the environment that is changed: the unit that two runs must not share
 * @param expectedVersion version that the validation asks for; empty: any
 * @param notes sentences that the person should read before they agree
 */
public record Plan(
    List<Step> steps,
    String python,
    String environmentRoot,
    String expectedVersion,
    List<String> notes) {

  public Plan {
    steps = List.copyOf(steps);
    notes = List.copyOf(notes);
  }

  public boolean needsRoot() {
    return steps.stream().anyMatch(Step::needsRoot);
  }

  /** The same steps, and more to read before they are agreed to. */
  public Plan noting(List<String> more) {
    return new Plan(
        steps,
        python,
        environmentRoot,
        expectedVersion,
        Stream.concat(notes.stream(), more.stream()).toList());
  }
}
