package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;

/** The sentence about all rows, and whether they are good enough. */
final class ValidationTest {

  static Check check(Status status) {
    return new Check(
        "id", "Group", "The " + status, status, "s", Optional.empty(), 0.1, "", "", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PASSED                         |true |It works: every check passed.
          PASSED PASSED SKIPPED          |true |It works: every check that applies here passed.
          PASSED WARNING SKIPPED SKIPPED |true |It works, with one warning: The WARNING.
          WARNING PASSED WARNING         |true |It works, with 2 warnings.
          FAILED                         |false|One check failed: The FAILED.
          PASSED FAILED                  |false|One check failed: The FAILED.
          FAILED PASSED FAILED           |false|Two checks failed: The FAILED and The FAILED.
          FAILED FAILED FAILED           |false|3 checks failed, the first of them: The FAILED.
          SKIPPED SKIPPED                |false|None of the 2 checks applies to this machine.
          """)
  void oneSentenceForAll(String statuses, boolean ok, String sentence) {
    List<Check> checks =
        Stream.of(statuses.split(" ")).map(Status::valueOf).map(ValidationTest::check).toList();
    assertThat(Validation.summary(checks)).isEqualTo(sentence);
    assertThat(Validation.ok(checks)).isEqualTo(ok);
  }

  @Test
  void theCommandLineSaysHowManyOfEach() {
    assertThat(Validation.summaryWithCounts(List.of(check(Status.PASSED), check(Status.SKIPPED))))
        .isEqualTo("It works: every check that applies here passed. 1 passed, 1 skipped.");
    assertThat(Validation.summaryWithCounts(List.of())).isEqualTo("Nothing has been checked yet.");
  }

  @Test
  void nothingCheckedIsNotGood() {
    assertThat(Validation.summary(List.of())).isEqualTo("Nothing has been checked yet.");
    assertThat(Validation.ok(List.of())).isFalse();
  }
}
