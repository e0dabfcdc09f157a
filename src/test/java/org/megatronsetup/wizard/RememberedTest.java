package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Json;

/** What is remembered from one start to the next, whatever became of its file. */
final class RememberedTest {
  @TempDir Path folder;

  private Remembered open() {
    return new Remembered(file(), Runnable::run);
  }

  private Path file() {
    return folder.resolve("settings/window.json");
  }

  @Test
  void isThereAtTheNextStart() {
    Remembered first = open();
    assertThat(first.get("scheme", String.class)).isEmpty();
    first.put("scheme", "dark");
    first.put("width", 1200.5);
    assertThat(first.get("scheme", String.class)).contains("dark");
    Remembered second = open();
    assertThat(second.get("scheme", String.class)).contains("dark");
    assertThat(second.get("width", Double.class)).contains(1200.5);
    assertThat(second.get("height", Double.class)).isEmpty();
  }

  @Test
  void keepsWhatItDoesNotKnow() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "{\"later\": {\"a\": [1, 2]}, \"scheme\": \"light\"}");
    open().put("scheme", "dark");
    assertThat(Json.mapper().readTree(file().toFile()))
        .isEqualTo(Json.mapper().readTree("{\"later\": {\"a\": [1, 2]}, \"scheme\": \"dark\"}"));
    assertThat(file().getParent()).isDirectoryContaining(name -> name.endsWith("window.json"));
    assertThat(file().getParent()).isDirectoryNotContaining(name -> name.endsWith(".new"));
  }

  @Test
  void aBrokenFileIsAsGoodAsNone() throws IOException {
    Files.createDirectories(file().getParent());
    for (String text : new String[] {"", "{\"scheme\": ", "[1]", "\u0000\u0001", "{} {}"}) {
      Files.writeString(file(), text);
      assertThat(open().get("scheme", String.class)).as(text).isEmpty();
    }
    Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(open().get("scheme", String.class)).isEmpty();
    Files.writeString(file(), "{\"scheme\": {\"deep\": 1}, \"width\": \"wide\"}");
    assertThat(open().get("scheme", String.class)).isEmpty();
    assertThat(open().get("width", Double.class)).isEmpty();
    open().put("scheme", "light");
    assertThat(open().get("scheme", String.class)).contains("light");
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNoFailure() throws IOException {
    // a file where the folder should be: not even root writes there
    Files.writeString(file().getParent(), "");
    Remembered remembered = open();
    remembered.put("scheme", "dark");
    assertThat(remembered.get("scheme", String.class)).contains("dark");
    assertThat(open().get("scheme", String.class)).isEmpty();
  }

  @Test
  void anUnknownSchemeIsTheSystems() {
    assertThat(Scheme.of(Optional.of("sepia"))).isEqualTo(Scheme.SYSTEM);
    assertThat(Scheme.of(Optional.of("dark"))).isEqualTo(Scheme.DARK);
    assertThat(Scheme.SYSTEM.over(ColorScheme.DARK)).isEqualTo(ColorScheme.DARK);
    assertThat(Scheme.LIGHT.over(ColorScheme.DARK)).isEqualTo(ColorScheme.LIGHT);
  }
}
