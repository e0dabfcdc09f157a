package org.megatronsetup.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogExcerptTest {
  @TempDir Path folder;
  private LogStore store;

  @BeforeEach
  void open() {
    store = new LogStore(folder);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private String read(Place from, Place to) throws IOException, InterruptedException {
    return new LogExcerpt(store, from, to).read();
  }

  @Test
  void hasExactlyTheCharactersBetweenTwoPlaces() throws Exception {
    store.append("\u001b[31mone\u001b[0m\r\n 1%\r 2%\n\u00fcber \ud83d\ude80 alles\nlast");
    assertThat(read(new Place(0, 1), new Place(0, 2))).isEqualTo("n");
    assertThat(read(new Place(0, 2), new Place(2, 7))).isEqualTo("e\n 2%\n\u00fcber \ud83d\ude80");
    assertThat(read(new Place(0, 0), new Place(3, 4)))
        .isEqualTo("one\n 2%\n\u00fcber \ud83d\ude80 alles\nlast");
    assertThat(read(new Place(1, 3), new Place(2, 0))).isEqualTo("\n");
    assertThat(read(new Place(1, 1), new Place(1, 1))).isEmpty();
    assertThat(read(new Place(1, 99), new Place(3, 99))).endsWith("\nlast").startsWith("\n");
  }

  @Test
  void hasAllOfALineThatIsCappedOnTheScreen() throws Exception {
    String longLine = "x".repeat(100_000);
    store.append("a\n" + longLine + "\nb\n");
    assertThat(read(new Place(0, 0), new Place(2, 1))).isEqualTo("a\n" + longLine + "\nb");
    int shown = store.line(1).text().length();
    assertThat(read(new Place(1, 3), new Place(1, shown))).isEqualTo(longLine.substring(3));
    assertThat(read(new Place(1, 3), new Place(1, 7))).isEqualTo("xxxx");
  }

  @Test
  void hasAMillionLines() throws Exception {
    store.append("0123456789\n".repeat(1_000_000));
    String text = read(new Place(0, 5), new Place(999_999, 5));
    assertThat(text.length()).isEqualTo(11_000_000 - 11);
    assertThat(text.substring(0, 8)).isEqualTo("56789\n01");
    assertThat(text.substring(text.length() - 8)).isEqualTo("89\n01234");
  }

  @Test
  void isEmptyOnceTheStoreIsClosed() throws Exception {
    store.append("one\ntwo\n");
    store.close();
    assertThat(read(new Place(0, 0), new Place(1, 3))).isEmpty();
  }
}
