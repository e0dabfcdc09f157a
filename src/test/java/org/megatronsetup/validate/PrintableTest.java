package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a target printed, made harmless. */
final class PrintableTest {

  @Test
  void ordinaryTextStaysAsItIs() {
    String text = "Traceback:\n\tFile \"a.py\", line 1 — größer 漢字 👩‍💻 <b> & 'c' `d`\n";
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void nothingSteersATerminal() {
    assertThat(Printable.of("\u001b[1;31mred\u001b[0m")).isEqualTo("red");
    assertThat(Printable.of("\u001b]0;title\u0007\u001b[2Jgone\b\u007f\u009b2J\r"))
        .isEqualTo("␛]0;title␇␛[2Jgone␈␡\ufffd2J␍");
    assertThat(Printable.of("a\r\nb")).isEqualTo("a\nb");
  }

  @Test
  void nothingTurnsTextAroundOrIsNoCharacter() {
    assertThat(Printable.of("a\u202eb\u2066c")).isEqualTo("a\ufffdb\ufffdc");
    assertThat(Printable.of("\ud800x\ufffe\uffff\u0000")).isEqualTo("\ufffdx\ufffd\ufffd␀");
  }

  @Test
  void noAddressKeepsItsLogin() {
    assertThat(
            Printable.of(
                "from https://ada:s3cret@index.example/simple, git+https://tok'en@h/r.git\n"
                    + "ssh://git@host/repo and https://plain.example/a@b"))
        .isEqualTo(
            "from https://index.example/simple, git+https://h/r.git\n"
                + "ssh://git@host/repo and https://plain.example/a@b");
  }

  @Test
  void aLineIsOne() {
    assertThat(Printable.line("  one\n two\tthree ")).isEqualTo("one two three");
  }
}
