package org.megatronsetup.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Command;

/** What is rendered means the same words to real shells. */
final class ShellTextTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "Z",
          "0",
          " ",
          "  ",
          "\t",
          "\n",
          "\r",
          "'",
          "''",
          "\"",
          "\\",
          "\\\n",
          "$",
          "$()",
          "$(exit 9)",
          "${HOME}",
          "`id`",
          "!",
          "#",
          "&",
          ";",
          "|",
          "<",
          ">",
          "(",
          ")",
          "{a,b}",
          "*",
          "?",
          "[x]",
          "~",
          "=",
          "-",
          "--",
          "%s",
          "é",
          "日本",
          "😀",
          "\u0001",
          "\u007f",
          "\u0081",
          "\u00ff",
          "\u2028",
          "EOF",
          "<<EOF");

  @TempDir Path folder;

  static Stream<String> shells() {
    return Stream.of("dash", "bash", "sh");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void randomWordsArriveUnchanged(String shell) throws Exception {
    Random random = new Random(20260724);
    List<Command> commands = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      List<String> argv = new ArrayList<>(List.of("/usr/bin/printf", "%s\\0"));
      int words = 1 + random.nextInt(6);
      for (int w = 0; w < words; w++) {
        String word = randomWord(random);
        argv.add(word);
        expected.add(word);
      }
      commands.add(new Command.Exec(argv));
    }
    assertThat(words(shell, ShellText.render(commands))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void randomValuesAreExported(String shell) throws Exception {
    Random random = new Random(7);
    List<Command> commands = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String value = randomWord(random);
      commands.add(new Command.Export("MS_TEST", value, false));
      commands.add(
          new Command.Exec(
              List.of("sh", "-c", "/usr/bin/printf '%s\\0' \"$MS_TEST\""))); // $ means itself here
      expected.add(value);
    }
    assertThat(words(shell, ShellText.render(commands))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void aPathIsPutInFrontWithAColonOnlyWhereThereIsOneAlready(String shell) throws Exception {
    List<Command> twice =
        List.of(
            new Command.Export("MS_TEST", "/b c", true),
            new Command.Export("MS_TEST", "/a", true),
            new Command.Exec(List.of("sh", "-c", "/usr/bin/printf '%s\\0' \"$MS_TEST\"")));
    assertThat(words(shell, ShellText.render(twice))).containsExactly("/a:/b c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"if", "time", "A=b", "{", "my program", "!"})
  void theFirstWordIsAlwaysAProgram(String name) throws Exception {
    Path program = folder.resolve(name);
    Files.writeString(program, "#!/bin/sh\nprintf 'ran\\0'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    String text = ShellText.render(List.of(new Command.Exec(List.of(name, "x"))));
    for (String shell : shells().toList()) {
      assertThat(words(shell, text)).as(shell).containsExactly("ran");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "megatron-core==0.19.0;megatron-core==0.19.0",
        "megatron-core[dev];'megatron-core[dev]'",
        "a b;'a b'",
        "it's;'it'\\''s'",
        "\"\";''",
        "~;'~'",
        "git+https://h/x.git@0a;git+https://h/x.git@0a"
      })
  void quotesOnlyWhereItMust(String word, String expected) {
    assertThat(ShellText.quote(word)).isEqualTo(expected);
  }

  @Test
  void longCommandsAreContinuedBeforeOptionsAndWordsOnly() {
    List<String> argv = new ArrayList<>(List.of("/opt/env/bin/python", "-m", "pip", "install"));
    argv.addAll(List.of("--index-url", "https://index.example.org/" + "x".repeat(60) + "/simple"));
    argv.addAll(List.of("--no-build-isolation", "megatron-core[dev]==0.19.0"));
    assertThat(ShellText.render(List.of(new Command.Exec(argv))))
        .isEqualTo(
            "/opt/env/bin/python -m pip install \\\n"
                + ("  --index-url https://index.example.org/" + "x".repeat(60) + "/simple \\\n")
                + "  --no-build-isolation 'megatron-core[dev]==0.19.0'\n");
  }

  @Test
  void fixedTextEndsInOneNewline() {
    assertThat(ShellText.render(List.of(new Command.Fixed("apt-get update\ntrue\n\n"))))
        .isEqualTo("apt-get update\ntrue\n");
    assertThat(ShellText.render(List.of())).isEmpty();
  }

  @Test
  void whatNoShellCanHoldIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ShellText.quote("a\0b"));
    assertThatIllegalArgumentException().isThrownBy(() -> ShellText.quote("a\ud83d"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShellText.render(List.of(new Command.Exec(List.of()))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShellText.render(List.of(new Command.Export("A B", "x", false))));
  }

  private static String randomWord(Random random) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      word.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return word.toString();
  }

  /** Runs the text as a file under {@code -e} and splits its output at NUL. */
  private List<String> words(String shell, String text) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("commands.sh"), text);
    Path out = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder(shell, "-e", script.toString()).directory(folder.toFile());
    builder.environment().put("PATH", folder + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    int status = builder.start().waitFor();
    String output = new String(Files.readAllBytes(out), UTF_8);
    assertThat(status).as(output).isZero();
    List<String> words = new ArrayList<>(Arrays.asList(output.split("\0", -1)));
    assertThat(words.removeLast()).as("after the last NUL").isEmpty();
    return words;
  }
}
