package org.megatronsetup.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BareLineTest {
  private final BareLine bare = new BareLine();

  private boolean read(String line) {
    byte[] bytes = ("before" + line + "after").getBytes(StandardCharsets.UTF_8);
    return bare.read(bytes, 6, bytes.length - 11);
  }

  @Test
  void takesColoursOut() {
    assertThat(read("a \u001b[1;31merror\u001b[0m and \u001b[38;5;1m\u001b[mmore\r")).isTrue();
    assertThat(bare.text()).isEqualTo("a error and more");
    assertThat(read("plain")).isTrue();
    assertThat(bare.text()).isEqualTo("plain");
    assertThat(read("")).isTrue();
    assertThat(bare.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00fc",
        "a\tb",
        "\u001b[2Kx",
        "x\u001b",
        "x\u001b[3",
        "\u001b[?25l",
        "a\bb",
        "\u007f"
      })
  void leavesTheRestToTheParser(String line) {
    assertThat(read(line)).isFalse();
  }

  @Test
  void saysTheSameAsTheParserOfAnyLine() {
    List<String> parts =
        List.of(
            "a", "B c", "\u001b[0m", "\u001b[31m", "\u001b[1;4m", "\u001b[K", "\t", "\u00e4", "\r");
    Random random = new Random(11);
    int taken = 0;
    for (int round = 0; round < 5_000; round++) {
      StringBuilder line = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        line.append(parts.get(random.nextInt(parts.size())));
      }
      byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
      if (bare.read(bytes, 0, bytes.length)) {
        taken++;
        assertThat(bare.text())
            .isEqualTo(LineParser.parse(0, bytes, bytes.length, 0, false).text());
      }
    }
    assertThat(taken).isGreaterThan(500);
  }
}
