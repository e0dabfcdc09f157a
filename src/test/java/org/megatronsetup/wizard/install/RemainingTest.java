package org.megatronsetup.wizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.megatronsetup.wizard.install.Remaining.Basis;
import org.megatronsetup.wizard.install.Remaining.Count;

class RemainingTest {
  private static final Instant BEGAN = Instant.parse("2026-11-24T10:12:00Z");

  private static Instant after(long seconds) {
    return BEGAN.plusSeconds(seconds);
  }

  private static Optional<Count> counted(double fraction) {
    return Optional.of(new Count(BEGAN, OptionalDouble.of(fraction)));
  }

  @Test
  void withoutACountThePlanIsBelieved() {
    assertThat(Remaining.of(100, 60, BEGAN, Optional.empty(), after(20)))
        .isEqualTo(new Remaining(140, Basis.PLAN));
  }

  @Test
  void aSlowCountOutweighsTheGuess() {
    assertThat(Remaining.of(100, 60, BEGAN, counted(0.25), after(50)))
        .isEqualTo(new Remaining(250, Basis.COUNTED));
  }

  @Test
  void aFastCountIsOnlyPartOfTheStep() {
    // what is fetched quickly is still to be unpacked
    assertThat(Remaining.of(100, 60, BEGAN, counted(0.9), after(10)))
        .isEqualTo(new Remaining(150, Basis.PLAN));
  }

  @Test
  void aCountSaysNothingAtItsBeginning() {
    assertThat(Remaining.of(0, 60, BEGAN, counted(0.5), after(2)).basis()).isEqualTo(Basis.PLAN);
    assertThat(Remaining.of(0, 60, BEGAN, counted(0.01), after(30)).basis()).isEqualTo(Basis.PLAN);
    assertThat(
            Remaining.of(
                0, 60, BEGAN, Optional.of(new Count(BEGAN, OptionalDouble.empty())), after(30)))
        .isEqualTo(new Remaining(30, Basis.PLAN));
  }

  @Test
  void aStepThatTakesLongerIsNotGuessedOnAnyMore() {
    assertThat(Remaining.of(100, 60, BEGAN, Optional.empty(), after(60)))
        .isEqualTo(new Remaining(100, Basis.OVERDUE));
    assertThat(Remaining.of(100, 60, BEGAN, counted(0.5), after(80)))
        .isEqualTo(new Remaining(180, Basis.COUNTED));
  }
}
