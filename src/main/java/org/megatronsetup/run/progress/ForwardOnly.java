package org.megatronsetup.run.progress;

import java.util.HashMap;
import java.util.Map;
import org.megatronsetup.run.progress.ProgressState.Unit;
import org.megatronsetup.words.Words;

/**
 * Sees to it that a bar never runs backwards: a number that is behind an earlier one of the same
 * label is held at it, and a count that plainly began anew becomes a part of its own.
 */
final class ForwardOnly {
  private record Reached(long done, long total, int part) {}

  /** What is counted first in one thing and then in another is not begun anew by that. */
  private record Counted(String label, Unit unit) {}

  private final Map<Counted, Reached> reached = new HashMap<>();

  ProgressState apply(ProgressState state) {
    if (state.unit() == Unit.NONE) {
      return state;
    }
    Counted counted = new Counted(state.label(), state.unit());
    Reached last = reached.getOrDefault(counted, new Reached(0, state.total(), 1));
    Reached now;
    if (state.done() >= last.done() && state.total() == last.total()) {
      now = new Reached(state.done(), state.total(), last.part());
    } else if (state.total() != last.total() || last.done() == last.total()) {
      now = new Reached(state.done(), state.total(), last.part() + 1);
    } else {
      now = last;
    }
    reached.put(counted, now);
    String label =
        now.part() == 1 ? state.label() : Words.of("run.progress.part", state.label(), now.part());
    return new ProgressState(label, now.done(), now.total(), state.unit());
  }
}
