package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaceTest {
  private static final long MILLI = 1_000_000;

  private long now = -7;
  private final List<Long> rests = new ArrayList<>();
  private final Pace pace =
      new Pace(
          () -> now,
          nanos -> {
            rests.add(nanos);
            now += nanos;
          });

  private void work(long nanos) {
    now += nanos;
    pace.written();
  }

  @Test
  void aFloodRestsFiveTimesAsLongAsItWorks() {
    work(5 * MILLI);
    work(MILLI / 4);
    work(MILLI / 2);

    assertThat(rests).containsExactly(5 * MILLI / 4, 5 * MILLI / 2);
  }

  @Test
  void whatComesNowAndThenDoesNotWait() {
    for (int i = 0; i < 10; i++) {
      work(3 * MILLI);
    }

    assertThat(rests).isEmpty();
  }

  @Test
  void noRestIsLongerThanAPersonSees() {
    for (long worked = 0; worked < 3 * MILLI; worked += MILLI / 8) {
      work(worked);
    }

    assertThat(rests).isNotEmpty().allMatch(rest -> rest <= 10 * MILLI);
  }
}
