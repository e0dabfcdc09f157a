package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of log and events, cut anywhere. */
final class TextPiecesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void textIsTheSameHoweverItIsCut(long seed) {
    Random random = new Random(seed);
    StringBuilder all = new StringBuilder();
    int[] samples = {'a', '\n', 'é', '€', 0x1F600, 0x10FFFF};
    for (int i = 0; i < 2000; i++) {
      all.appendCodePoint(samples[random.nextInt(samples.length)]);
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
    Utf8Pieces pieces = new Utf8Pieces();
    StringBuilder heard = new StringBuilder();
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(bytes.length - at, random.nextInt(6));
      String text = pieces.next(bytes, at, length);
      at += length;
      heard.append(text);
      assertThat(pieces.offset())
          .isEqualTo(heard.toString().getBytes(StandardCharsets.UTF_8).length);
    }
    assertThat(heard.append(pieces.end()).toString()).isEqualTo(all.toString());
  }

  @Test
  void whatIsNoTextIsMarkedAndWhatIsCutShortComesAtTheEnd() {
    Utf8Pieces pieces = new Utf8Pieces();
    byte[] bytes = {'a', (byte) 0xff, 'b', (byte) 0x80, 'c', (byte) 0xe2, (byte) 0x82};
    assertThat(pieces.next(bytes, 0, bytes.length)).isEqualTo("a\ufffdb\ufffdc");
    assertThat(pieces.offset()).isEqualTo(5);
    assertThat(pieces.end()).isEqualTo("\ufffd");
    assertThat(pieces.offset()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 step",
        "1 step a done 5",
        "1 step a finished 5 0",
        "1 step A done 5 0",
        "x step a done 5 0",
        "1 run ended 5 0",
        "17955 step wai17955 step waits done 5 0",
        "99999999999999999999 step a done 5 0"
      })
  void aLineThatIsNotWholeIsNoEvent(String line) {
    assertThat(EventLine.parse(line)).isEmpty();
  }
}
