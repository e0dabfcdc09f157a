package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ViewportTest {
  private static final double SPACE = 100;

  private final Set<Integer> asked = new HashSet<>();
  private int count = 1_000_000;

  /** Every third row has three lines. */
  private final Viewport view =
      new Viewport(
          () -> count,
          row -> {
            asked.add(row);
            return row % 3 == 0 ? 30 : 10;
          });

  private double bottomOfLast() {
    double y = view.firstY();
    for (int row = view.first(); row < count; row++) {
      y += row % 3 == 0 ? 30 : 10;
    }
    return y;
  }

  @Test
  void keepsTheEndInSightWhileItGrows() {
    view.fit(SPACE);
    assertThat(bottomOfLast()).isEqualTo(SPACE);
    count += 7;
    view.fit(SPACE);
    assertThat(bottomOfLast()).isEqualTo(SPACE);
    assertThat(view.followingProperty().get()).isTrue();
  }

  @Test
  void asksOnlyForRowsNearWhatIsInSight() {
    view.fit(SPACE);
    view.scrollTo(500_000.5);
    view.fit(SPACE);
    view.scroll(-95);
    view.fit(SPACE);
    view.reveal(20);
    view.fit(SPACE);
    assertThat(asked).hasSizeLessThan(80);
  }

  @Test
  void scrollsByPixelsOverRowsOfAnyHeight() {
    view.fit(SPACE);
    view.scrollTo(0);
    view.scroll(35);
    view.fit(SPACE);
    assertThat(view.first()).isEqualTo(1);
    assertThat(view.firstY()).isEqualTo(-5);
    assertThat(view.position()).isCloseTo(1.5, within(1e-9));
    view.scroll(-15);
    view.fit(SPACE);
    assertThat(view.first()).isZero();
    assertThat(view.firstY()).isEqualTo(-20);
    view.scroll(-1_000);
    assertThat(view.firstY()).isZero();
  }

  @Test
  void letsGoWhenOneScrollsUpAndFollowsAgainAtTheEnd() {
    view.fit(SPACE);
    view.scroll(-5);
    assertThat(view.followingProperty().get()).isFalse();
    int first = view.first();
    double y = view.firstY();
    count += 50;
    view.fit(SPACE);
    assertThat(view.first()).isEqualTo(first);
    assertThat(view.firstY()).isEqualTo(y);
    view.scroll(1e6);
    assertThat(view.followingProperty().get()).isTrue();
    assertThat(bottomOfLast()).isEqualTo(SPACE);
  }

  @Test
  void holdsStillForAWhileThoughItFollows() {
    view.fit(SPACE);
    int first = view.first();
    view.hold(true);
    count += 50;
    view.fit(SPACE);
    assertThat(view.first()).isEqualTo(first);
    assertThat(view.followingProperty().get()).isTrue();
    view.hold(false);
    view.fit(SPACE);
    assertThat(bottomOfLast()).isEqualTo(SPACE);
  }

  @Test
  void revealsAsLittleAsNeededOrInTheMiddle() {
    view.fit(SPACE);
    view.scrollTo(300);
    view.fit(SPACE);
    view.reveal(302);
    assertThat(view.first()).as("in sight already").isEqualTo(300);
    view.reveal(299);
    view.fit(SPACE);
    assertThat(view.first()).as("just above").isEqualTo(299);
    view.reveal(500_000);
    view.fit(SPACE);
    double y = view.firstY();
    for (int row = view.first(); row < 500_000; row++) {
      y += row % 3 == 0 ? 30 : 10;
    }
    assertThat(y).as("far off").isBetween(35.0, 55.0);
  }

  @Test
  void fewRowsBeginAtTheTop() {
    count = 2;
    view.fit(SPACE);
    assertThat(view.first()).isZero();
    assertThat(view.firstY()).isZero();
    assertThat(view.inSight()).isEqualTo(2);
    view.scroll(-50);
    assertThat(view.followingProperty().get()).isTrue();
    count = 0;
    view.fit(SPACE);
    assertThat(view.inSight()).isZero();
    assertThat(view.position()).isZero();
  }

  @Test
  void knowsHowMuchIsInSight() {
    count = 100;
    view.fit(SPACE);
    view.scrollTo(0.5);
    view.fit(SPACE);
    // half of 30, 10, 10, 30, 10, 10, half of 30
    assertThat(view.inSight()).isCloseTo(6, within(1e-9));
  }
}
