package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

final class TextSelectionTest {
  private int changes;
  private final TextSelection selection = new TextSelection(() -> changes++);

  private static Place at(int row, int column) {
    return new Place(row, column);
  }

  private static Span span(Place from, Place to) {
    return new Span(from, to);
  }

  @Test
  void aPlaceAloneSelectsNothing() {
    selection.put(at(3, 4));
    assertThat(selection.span()).isEmpty();
    assertThat(selection.caret()).contains(at(3, 4));
    assertThat(changes).isEqualTo(1);
  }

  @Test
  void extendsBothWaysFromWhereItBegan() {
    selection.put(at(3, 4));
    selection.extend(span(at(5, 1), at(5, 1)));
    assertThat(selection.span()).contains(span(at(3, 4), at(5, 1)));
    assertThat(selection.caret()).contains(at(5, 1));
    selection.extend(span(at(2, 9), at(2, 9)));
    assertThat(selection.span()).contains(span(at(2, 9), at(3, 4)));
    assertThat(selection.caret()).contains(at(2, 9));
  }

  @Test
  void aWordStaysWholeHoweverItIsExtended() {
    selection.select(span(at(3, 4), at(3, 8)));
    selection.extend(span(at(3, 0), at(3, 2)));
    assertThat(selection.span()).contains(span(at(3, 0), at(3, 8)));
    selection.extend(span(at(4, 1), at(4, 5)));
    assertThat(selection.span()).contains(span(at(3, 4), at(4, 5)));
  }

  @Test
  void keysMoveItsEnd() {
    selection.select(span(at(3, 4), at(3, 8)));
    selection.extendTo(at(3, 6));
    assertThat(selection.span()).contains(span(at(3, 4), at(3, 6)));
    selection.extendTo(at(3, 4));
    assertThat(selection.span()).isEmpty();
    selection.extendTo(at(1, 0));
    assertThat(selection.span()).contains(span(at(1, 0), at(3, 4)));
    selection.clear();
    assertThat(selection.span()).isEmpty();
    assertThat(selection.caret()).isEmpty();
  }

  @Test
  void tellsWhatOfARowIsSelected() {
    selection.select(span(at(3, 4), at(5, 2)));
    assertThat(RowSpan.of(selection.span(), 2, 9)).isEqualTo(RowSpan.NONE);
    assertThat(RowSpan.of(selection.span(), 3, 9)).isEqualTo(new RowSpan(4, 9, true));
    assertThat(RowSpan.of(selection.span(), 4, 0)).isEqualTo(new RowSpan(0, 0, true));
    assertThat(RowSpan.of(selection.span(), 4, 0).isEmpty()).isFalse();
    assertThat(RowSpan.of(selection.span(), 5, 9)).isEqualTo(new RowSpan(0, 2, false));
    assertThat(RowSpan.of(selection.span(), 6, 9)).isEqualTo(RowSpan.NONE);
    assertThat(RowSpan.of(selection.span(), 3, 2))
        .as("shorter now")
        .isEqualTo(new RowSpan(2, 2, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "pip install torch"    | 5  | 4  | 11
          "pip install torch"    | 3  | 3  | 4
          "a_b2 = c"             | 2  | 0  | 4
          "a  = c"               | 1  | 1  | 3
          "(x)"                  | 0  | 0  | 1
          "word"                 | 9  | 0  | 4
          ""                     | 0  | 0  | 0
          """)
  void aDoubleClickTakesAWord(String text, int column, int from, int to) {
    assertThat(Words.at(text, column)).isEqualTo(new Words.Word(from, to));
  }
}
