package org.megatronsetup.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.words.Words;

/** Every entry of the failure book, and what is said where the book knows nothing. */
final class FailureBookTest {
  private static final FailureBook BOOK = FailureBook.load();

  private static final String BEFORE =
      """
      Collecting megatron-core
        Cloning file:///srv/mirror/Megatron-LM.git (to revision 309ffca6) to /tmp/pip-req-build-1
        Resolved file:///srv/mirror/Megatron-LM.git to commit 309ffca6
        Installing build dependencies: started
        Installing build dependencies: finished with status 'done'
      \u001B[33mWARNING: Retrying (Retry(total=4, connect=None)) after connection broken by \
      'ReadTimeoutError("HTTPSConnectionPool(host='pypi.org', port=443): Read timed out.")'\u001B[0m
      UserWarning: Transformer Engine and Apex are not installed. Falling back to Torch optimizers.
      """
          + "   ━━━━━━━━━━ 18.2/88.4 MB 9.1 MB/s eta 0:00:08\r   ━━━━━━━━━━━━━━━ 88.4/88.4 MB 9.1 MB/s\n"
              .repeat(40);

  static Stream<KnownFailure> entries() {
    return FailureBook.entries().stream();
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryFindsItsOwnExcerptInALog(KnownFailure entry) {
    String log = BEFORE + entry.excerpt() + "\n\u001B[31mThe step failed.\u001B[0m\n";
    Diagnosis found = BOOK.diagnose(log, "install");
    assertThat(found.id()).isEqualTo(entry.id());
    assertThat(found.excerpt()).isNotBlank();
    assertThat(entry.excerpt().replaceAll("\\s+", " "))
        .contains(found.excerpt().replaceAll("\\s+", " "));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryFindsItsExcerptThroughColours(KnownFailure entry) {
    String coloured =
        entry.excerpt().replace(" ", "\u001B[0m \u001B[1;31m").replace("\n", "\u001B[K\r\n");
    assertThat(BOOK.diagnose(coloured, "").id()).isEqualTo(entry.id());
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntrySaysWhatToDo(KnownFailure entry) {
    assertThat(entry.id()).matches("[a-z0-9]+(?:-[a-z0-9]+)*");
    assertThat(Words.of(entry.cause())).endsWith(".").doesNotContain("!");
    assertThat(entry.remedies())
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.command().isPresent()).isNotEqualTo(r.words().isPresent()))
        .allSatisfy(r -> assertThat(r.text()).isNotBlank());
    assertThat(entry.source()).isNotBlank();
    assertThat(entry.priority()).isBetween(1, 100);
  }

  @Test
  void idsAreUnique() {
    Set<String> seen = new HashSet<>();
    assertThat(FailureBook.entries()).allSatisfy(e -> assertThat(seen.add(e.id())).isTrue());
  }

  /** Counted in looks at a character, not in seconds: that is the same on every machine. */
  @ParameterizedTest
  @MethodSource("entries")
  void noTextMakesAnEntrySlow(KnownFailure entry) {
    String seed = entry.excerpt();
    for (String hostile :
        List.of(
            "x".repeat(1_000_000),
            seed.replace("\n", " ").repeat(1_000_000 / seed.length()),
            seed.substring(0, seed.length() / 2).repeat(2_000_000 / seed.length()),
            (seed.substring(0, seed.length() * 2 / 3) + "\n").repeat(1_000_000 / seed.length()),
            " ".repeat(500_000) + "error: '".repeat(50_000))) {
      CountingText text = new CountingText(new LogText(hostile).text());
      Matcher matcher = Pattern.compile(entry.regex()).matcher(text);
      long found = matcher.results().count();
      assertThat(text.looks)
          .as("%s, %d times", entry.id(), found)
          .isLessThan(300L * LogText.MAX_LENGTH);
    }
  }

  @Test
  void theBookReadsAMegabyteInOneLine() {
    String line = "error ".repeat(200_000);
    assertThat(BOOK.diagnose(line, "install").id()).isEqualTo(FailureBook.UNKNOWN);
    assertThat(BOOK.diagnose(line + "[Errno 28] No space left on device", "install").id())
        .isEqualTo("no-space-left-pip");
  }

  @Test
  void theMoreSpecificWins() {
    String log =
        """
        c++: fatal error: Killed signal terminated program cc1plus
        error: subprocess-exited-with-error
          ERROR: Failed building wheel for transformer_engine_torch
        """;
    assertThat(BOOK.diagnose(log, "extras").id()).isEqualTo("compiler-oom-killed");
    assertThat(BOOK.diagnose(log, "extras").excerpt())
        .isEqualTo("c++: fatal error: Killed signal terminated program cc1plus");
  }

  private static KnownFailure entry(String text) {
    return new KnownFailure(
        text, "x", text, text, "diagnose.git-missing.cause", List.of(), "s", 50, false);
  }

  @Test
  void ofTwoAlikeTheLaterWins() {
    FailureBook book = new FailureBook(List.of(entry("one"), entry("two")));
    assertThat(book.diagnose("one\ntwo\n", "").id()).isEqualTo("two");
    assertThat(book.diagnose("two\none\n", "").id()).isEqualTo("one");
  }

  @Test
  void aHiccupThatWasSurvivedIsNotTheCause() {
    String hiccup = "WARNING: Retrying after connection broken by 'ReadTimeoutError'\n";
    String later = "Collecting something\n".repeat(100);
    assertThat(BOOK.diagnose(hiccup + later + "strange: it failed\n", "").id())
        .isEqualTo("unknown");
    assertThat(BOOK.diagnose(later + hiccup + "strange: it failed\n", "").id())
        .isEqualTo("network-read-timeout");
  }

  @Test
  void whatIsNotKnownIsSaidHonestly() {
    String log =
        """
        Building wheel\r
        \u001B[31mValueError: the moon is not full\u001B[0m\r
        See above for output.

        """;
    Diagnosis diagnosis = BOOK.diagnose(log, "extras");
    assertThat(diagnosis.id()).isEqualTo("unknown");
    assertThat(diagnosis.excerpt()).isEqualTo("ValueError: the moon is not full");
    assertThat(diagnosis.cause()).contains("does not know this failure", "extras");
    assertThat(diagnosis.remedies()).isNotEmpty();
  }

  @Test
  void causeAndRemediesAreSentencesAndCommandsStayAsTheyAre() {
    Diagnosis found = BOOK.diagnose("ERROR: Cannot find command 'git'\n", "core");
    assertThat(found.cause()).isEqualTo("git is not installed, and a commit is fetched with it.");
    assertThat(found.remedies())
        .containsExactly(
            "sudo apt-get install -y git", "Or choose a released version instead of a commit.");
  }

  @Test
  void anEmptyLogIsNoReasonToFail() {
    Diagnosis diagnosis = BOOK.diagnose("", "venv");
    assertThat(diagnosis.id()).isEqualTo("unknown");
    assertThat(diagnosis.excerpt()).isEmpty();
    assertThat(diagnosis.cause()).contains("no output");
    assertThat(BOOK.find("all is well")).isEmpty();
  }

  /** A text that counts how often it is looked at. */
  private static final class CountingText implements CharSequence {
    private final String text;
    private long looks;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
