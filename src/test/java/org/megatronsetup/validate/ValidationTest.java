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
          PASSED                         |true |The one check that applies passed.
          PASSED PASSED SKIPPED          |true |All 2 checks that apply passed; 1 was skipped.
          PASSED WARNING SKIPPED SKIPPED |true |1 check passed, with 1 warning; 2 were skipped.
          PASSED FAILED                  |false|One check failed: The FAILED.
          FAILED PASSED FAILED           |false|2 checks failed, the first of them: The FAILED.
          SKIPPED SKIPPED                |false|None of the 2 checks applies to this machine.
          """)
  void oneSentenceForAll(String statuses, boolean ok, String sentence) {
    List<Check> checks =
        Stream.of(statuses.split(" ")).map(Status::valueOf).map(ValidationTest::check).toList();
    assertThat(Validation.summary(checks)).isEqualTo(sentence);
    assertThat(Validation.ok(checks)).isEqualTo(ok);
  }

  @Test
  void nothingCheckedIsNotGood() {
    assertThat(Validation.summary(List.of())).isEqualTo("Nothing has been checked yet.");
    assertThat(Validation.ok(List.of())).isFalse();
  }
}
