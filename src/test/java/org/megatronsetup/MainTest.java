package org.megatronsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Child;

/** Which language the program speaks on a German system, in a process of its own. */
final class MainTest {
  @TempDir Path home;

  private Child.Ended onAGermanSystem(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Duser.language=de", "-Duser.country=DE"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.megatronsetup.Main"));
    words.addAll(List.of(arguments));
    return Child.run(home, home, Map.of("DISPLAY", ""), words);
  }

  @Test
  void aSubcommandSpeaksEnglish() {
    Child.Ended ended = onAGermanSystem("runs");
    assertThat(ended.output()).isEqualTo("There are no runs yet.\n");
    assertThat(ended.exitStatus()).isZero();
  }

  @Test
  void whatIsStartedWithoutOneSpeaksAsTheSystemDoes() {
    Child.Ended ended = onAGermanSystem();
    assertThat(ended.output()).startsWith("megatron-setup: Es gibt keinen Bildschirm");
    assertThat(ended.exitStatus()).isEqualTo(2);
  }
}
