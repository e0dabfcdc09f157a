package org.megatronsetup.wizard.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** The sentence at the top, for every way that a validation can end. */
final class SummaryTest {
  private static final Texts TEXTS = new Texts();

  /** Rows called A, B, C … with the states of the letters. */
  private static List<Check> rows(String states) {
    return IntStream.range(0, states.length())
        .mapToObj(
            i ->
                new Check(
                    "id" + i,
                    "Group",
                    String.valueOf((char) ('A' + i)),
                    switch (states.charAt(i)) {
                      case 'p' -> Status.PASSED;
                      case 'w' -> Status.WARNING;
                      case 'f' -> Status.FAILED;
                      default -> Status.SKIPPED;
                    },
                    "s",
                    Optional.empty(),
                    0,
                    "",
                    "",
                    ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ppp  |GOOD   |It works: every check passed.                     |3 passed
          pps  |GOOD   |It works: every check that applies here passed.   |2 passed, 1 skipped
          pwss |CAUTION|It works, with one warning: B.                    |1 passed, 1 warning, 2 skipped
          pww  |CAUTION|It works, with 2 warnings.                        |1 passed, 2 warnings
          pf   |BAD    |One check failed: B.                              |1 passed, 1 failed
          fpfw |BAD    |Two checks failed: A and C.                       |1 passed, 1 warning, 2 failed
          fpff |BAD    |3 checks failed, the first of them: A.            |1 passed, 3 failed
          f    |BAD    |The checks could not begin: A.                    |1 failed
          sss  |NEUTRAL|None of the 3 checks applies to this machine.     |3 skipped
          """)
  void throughToTheEnd(String states, Tone tone, String sentence, String counts) {
    assertThat(Summary.of(rows(states), TEXTS)).isEqualTo(new Summary(tone, sentence, counts));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''  |NEUTRAL|The checks were stopped before the first of them was done.
          p   |NEUTRAL|The checks were stopped after the first of them, which did not fail.
          pws |NEUTRAL|The checks were stopped after 3 of them, none of which failed.
          pff |BAD    |The checks were stopped after 3 of them; failed by then: B, C.
          """)
  void endedEarly(String states, Tone tone, String sentence) {
    Summary summary = Summary.stopped(rows(states), TEXTS);
    assertThat(summary.tone()).isEqualTo(tone);
    assertThat(summary.sentence()).isEqualTo(sentence);
  }

  @Test
  void contactLost() {
    assertThat(Summary.broken(true, List.of(), TEXTS).sentence())
        .isEqualTo("Contact was lost before the first check was done: nothing is known yet.");
    assertThat(Summary.broken(true, rows("pp"), TEXTS))
        .isEqualTo(
            new Summary(
                Tone.CAUTION,
                "Contact was lost; what is not listed below is not known.",
                "2 passed"));
    assertThat(Summary.broken(true, rows("pf"), TEXTS).tone()).isEqualTo(Tone.BAD);
    assertThat(Summary.broken(false, rows("p"), TEXTS).sentence())
        .isEqualTo("The checks could not be finished.");
  }
}
