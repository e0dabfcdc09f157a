package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;

/** What is hidden, and that nothing else is lost. */
final class RedactorTest {
  private static final String SECRET = "s3cr/t+ \"w'rd";
  private static final Redactor REDACTOR =
      new Redactor(
          List.of(
              new Credentials(
                  List.of(new Credentials.Login("https://example.org", "ann", SECRET)), ""),
              new Credentials(List.of(), "http://bob:pr%40xy-pass@proxy:3128")),
          List.of("first line\nsecond line"));

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SECRET,
        "s3cr%2Ft%2B%20%22w%27rd",
        "s3cr%2ft%2b%20%22w%27rd",
        "s3cr/t+ \\\"w'rd",
        "'s3cr/t+ \"w'\\''rd'",
        "pr%40xy-pass",
        "pr@xy-pass",
        "first line",
        "second line"
      })
  void everyFormIsHidden(String form) {
    assertThat(REDACTOR.redact("before " + form + " after"))
        .isEqualTo("before " + Redactor.MASK + " after");
  }

  @Test
  void base64IsHiddenWhereverTheSecretLiesInIt() {
    assertThat(REDACTOR.redact(base64("ann:" + SECRET))).contains(Redactor.MASK);
    for (String before : List.of("", "a", "ab", "abc")) {
      for (String after : List.of("", "z", "yz", "xyz")) {
        String encoded = base64(before + SECRET + after);
        assertThat(REDACTOR.redact(encoded)).as(encoded).contains(Redactor.MASK);
      }
    }
  }

  @Test
  void shortSecretsAndNoSecretsChangeNothing() {
    Redactor none = new Redactor(List.of(Credentials.NONE), List.of("abc", ""));
    Consumer<RunEvent> listener = _ -> {};
    assertThat(none.redact("abc abc")).isEqualTo("abc abc");
    assertThat(none.before(listener)).isSameAs(listener);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void piecesAreHiddenLikeTheWhole(long seed) {
    Random random = new Random(seed);
    String[] parts = {SECRET, "s3c", "s", "é€", "line\n", "first line", "first lin", " "};
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      all.append(parts[random.nextInt(parts.length)]);
    }
    List<RunEvent> heard = new ArrayList<>();
    Consumer<RunEvent> filter = REDACTOR.before(heard::add);
    String text = all.toString();
    long offset = 0;
    for (int at = 0; at < text.length(); ) {
      String piece = text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(9)));
      filter.accept(new RunEvent.Output(offset, piece));
      offset += piece.getBytes(StandardCharsets.UTF_8).length;
      at += piece.length();
    }
    filter.accept(new RunEvent.StateChanged(new RunState.Running()));

    assertThat(heard.getLast()).isInstanceOf(RunEvent.StateChanged.class);
    assertThat(
            heard.stream()
                .filter(RunEvent.Output.class::isInstance)
                .map(e -> ((RunEvent.Output) e).text())
                .collect(Collectors.joining()))
        .isEqualTo(REDACTOR.redact(text));
  }

  @Test
  void whatCannotBecomeASecretComesAtOnceAndWithItsOffset() {
    List<RunEvent> heard = new ArrayList<>();
    Consumer<RunEvent> filter = REDACTOR.before(heard::add);
    filter.accept(new RunEvent.Output(10, "hello\ns3c"));
    filter.accept(new RunEvent.Output(19, "ond\n"));
    assertThat(heard)
        .containsExactly(new RunEvent.Output(10, "hello\n"), new RunEvent.Output(16, "s3cond\n"));
  }
}
