package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.model.Command;
import org.megatronsetup.plan.PlanTexts;
import org.megatronsetup.shell.ShellText;

/** Shell text on one logical line means what it meant on many. */
final class RunLinesTest {
  @TempDir Path folder;

  private static String joined(String text) {
    return String.join(" ", RunLines.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void everyFormThatPlansAreMadeOf(String shell) throws Exception {
    String text =
        """
        # a comment; with a semicolon and a 'quote
        greet() {
          printf '<%s>\\n' "$1"
        }

        for word in a 'b c' "d; e" \\
          f\\;g; do
          # another comment
          greet "$word"
        done
        if [ "${word#f}" = x ]; then
          echo never
        elif test "$word" = 'f;g' &&
          true; then
          echo second
        else
          echo never
        fi
        case $word in
          f*) greet case ;;
          *) echo never ;;
        esac
        while read -r line; do
          greet "$line"
        done <lines
        {
          echo grouped
        } >out
        cat out
        false || greet "it's"
        """;
    Files.writeString(folder.resolve("lines"), "one\ntwo\n");
    String one = joined(text);
    assertThat(one.lines()).hasSize(1);
    assertThat(run(shell, one)).isEqualTo(run(shell, text));
    assertThat(run(shell, one).output()).contains("<d; e>", "second", "<case>", "<two>", "<it's>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void valuesStayWhatTheyAre(String shell) throws Exception {
    List<String> odd =
        List.of("a # b", "$HOME `id`", "it's", "end\\", "a;b", "<<EOF", "é ü", "", "\\", "*", "do");
    for (String value : odd) {
      String text =
          ShellText.render(
              List.of(
                  new Command.Export("ODD", value, false),
                  new Command.Exec(List.of("printf", "<%s><%s>", value, "x y")),
                  new Command.Fixed("printf '{%s}' \"$ODD\"\n")));
      assertThat(run(shell, joined(text)).output())
          .isEqualTo("<" + value + "><x y>{" + value + "}");
    }
  }

  @Test
  void longCommandsKeepTheirLines() {
    String text =
        ShellText.render(
            List.of(
                new Command.Exec(
                    List.of("pip", "install", "--find-links", "/" + "x".repeat(90), "y", "z"))));
    assertThat(RunLines.of(text)).hasSizeGreaterThan(1).noneMatch(l -> l.endsWith("\\"));
    assertThat(joined(text).replaceAll(" +", " "))
        .isEqualTo(text.strip().replaceAll(" \\\\\n +", " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat <<EOF\nx\nEOF\n",
        "echo 'a\nb'\n",
        "echo a # b\n",
        "echo a\\\nb\n",
        "echo \"a\n",
        "echo a \\\n"
      })
  void whatItCannotHoldIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> RunLines.of(text));
  }

  static Stream<String> texts() {
    return PlanTexts.load().byName().keySet().stream().filter(n -> n.endsWith(".sh"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyTextOfAPlanIsReadByEveryShell(String name) throws Exception {
    String text = PlanTexts.load().byName().get(name);
    Path one = Files.writeString(folder.resolve("one.sh"), joined(text) + "\n");
    Shellcheck.assertClean(one);
    for (String shell : List.of("dash", "bash")) {
      assertThat(Child.run(folder, folder, Map.of(), List.of(shell, "-n", one.toString())))
          .isEqualTo(new Child.Ended(0, ""));
    }
    assertThat(text).as("DL3003").doesNotContainPattern("(?m)^\\s*cd\\b");
  }

  private Child.Ended run(String shell, String text) {
    return Child.run(folder, folder, Map.of(), List.of(shell, "-e", "-c", text));
  }
}
