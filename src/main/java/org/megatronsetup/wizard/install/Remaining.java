package org.megatronsetup.wizard.install;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How long a run may still take, and what that rests on. For the steps to come there are only the
 * plan's guesses; the one that runs may be counting, and a count outweighs a guess.
 *
 * @param seconds until the last step is done
 */
record Remaining(long seconds, Basis basis) {

  /** What an estimate rests on. */
  enum Basis {
    /** The guesses that the plan was shown with. */
    PLAN,
    /** How fast the running step counted so far. */
    COUNTED,
    /** The running step took as long as was guessed, and does not count: only the rest is known. */
    OVERDUE
  }

  /** A count says nothing yet before it went on for a while and came some way. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final double LITTLE = 0.05;

  /**
   * What the running step counts.
   *
   * @param since when it began to count this
   * @param fraction from 0 to 1; empty: it does not know either
   */
  record Count(Instant since, OptionalDouble fraction) {

    /** Seconds until it has counted to the end at the pace so far. */
    private Optional<Long> left(Instant now) {
      Duration past = Duration.between(since, now);
      double share = fraction.orElse(0);
      return share < LITTLE || past.compareTo(SOON) < 0
          ? Optional.empty()
          : Optional.of(Math.round(past.toSeconds() * (1 - share) / share));
    }
  }

  /**
   * @param toCome seconds that the plan guesses for the steps that have not begun
   * @param guess seconds that the plan guesses for the one that runs
   * @param began when that one began
   * @param count what it counts, if it does
   */
  static Remaining of(long toCome, long guess, Instant began, Optional<Count> count, Instant now) {
    long guessed = guess - Duration.between(began, now).toSeconds();
    Optional<Long> counted = count.flatMap(c -> c.left(now));
    if (counted.isPresent() && counted.get() >= guessed) {
      return new Remaining(toCome + counted.get(), Basis.COUNTED);
    }
    return guessed > 0
        ? new Remaining(toCome + guessed, Basis.PLAN)
        : new Remaining(toCome, Basis.OVERDUE);
  }
}
