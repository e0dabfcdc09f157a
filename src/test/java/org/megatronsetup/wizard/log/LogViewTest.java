package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogViewTest extends LogScreen {
  @Test
  void showsWhatComesAndALineThatGrows() {
    store.append("Collecting torch\nDownloading");
    await("two rows", () -> rows().equals(List.of("Collecting torch", "Downloading")));
    store.append(" 12%");
    await("grown", () -> rows().equals(List.of("Collecting torch", "Downloading 12%")));
    store.append("\rDownloading 100%\nDone\n");
    await("folded", () -> rows().equals(List.of("Collecting torch", "Downloading 100%", "Done")));
    assertThat(label(".log-count")).isEqualTo("3 lines");
  }

  @Test
  void followsTheEndUntilOneScrollsAwayAndBack() {
    appendLines(0, 500);
    await("at the end", () -> rows().getLast().equals("line 499"));
    robot.moveTo(list).scroll(5, javafx.geometry.VerticalDirection.UP);
    await("let go", () -> !view.followingProperty().get());
    List<String> before = rows();
    appendLines(500, 700);
    assertThat(rows()).isEqualTo(before).doesNotContain("line 699");
    robot.clickOn(".log-jump");
    await("at the end again", () -> rows().getLast().equals("line 699"));
    assertThat(onScreen(() -> view.lookup(".log-jump").isVisible())).isFalse();
    appendLines(700, 800);
    await("following again", () -> rows().getLast().equals("line 799"));
  }

  @Test
  void scrollingToTheEndByHandFollowsAgain() {
    appendLines(0, 200);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.HOME);
    await("let go at the beginning", () -> rows().getFirst().equals("line 0"));
    assertThat(onScreen(() -> view.followingProperty().get())).isFalse();
    robot.push(KeyCode.END);
    await("following", () -> view.followingProperty().get());
    appendLines(200, 300);
    await("at the end", () -> rows().getLast().equals("line 299"));
  }

  @Test
  void searchesAllLinesAndGoesFromOneToTheNext() {
    for (int i = 0; i < 3; i++) {
      appendLines(i * 1_000, i * 1_000 + 500);
      store.append("ERROR: torch\n");
    }
    robot.interact(list::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("error: t");
    await("counted", () -> label(".log-search-result").equals("3 lines"));
    robot.push(KeyCode.ENTER);
    await("first", () -> label(".log-search-result").equals("1 of 3 lines"));
    assertThat(rows()).contains("ERROR: torch", "line 499").doesNotContain("line 1499");
    robot.push(KeyCode.ENTER);
    await("second", () -> label(".log-search-result").equals("2 of 3 lines"));
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    await("round", () -> label(".log-search-result").equals("3 of 3 lines"));
    assertThat(drawn(".log-match-framed")).isPositive();
    store.append("ERROR: too\n");
    await("the search keeps up", () -> label(".log-search-result").equals("3 of 4 lines"));
    robot.write("x");
    await("nothing", () -> label(".log-search-result").equals("No match"));
    robot.push(KeyCode.ESCAPE);
    await("search ended", () -> label(".log-search-result").isEmpty());
  }

  @Test
  void showsOneStepOnly() {
    store.append("before\n");
    store.beginStep("one");
    appendLines(0, 3);
    robot.interact(() -> view.showStep("one"));
    assertThat(rows()).containsExactly("line 0", "line 1", "line 2");
    appendLine("line 3");
    await("the step grows", () -> rows().getLast().equals("line 3"));
    store.beginStep("two");
    appendLine("other");
    await("only its own", () -> rows().size() == 4);
    robot.interact(view::showAll);
    assertThat(rows()).hasSize(6).startsWith("before").endsWith("other");
  }

  private void appendLine(String text) {
    store.append(text + "\n");
  }

  @Test
  void aStepThatHasNotBegunShowsItsFirstLines() {
    store.append("before\n");
    robot.interact(() -> view.showStep("late"));
    assertThat(rows()).isEmpty();
    store.append("more before\n");
    store.beginStep("late");
    store.append("mine\n");
    await("its line", () -> rows().equals(List.of("mine")));
  }

  @Test
  void piecesOfALineFollowOneAnother() {
    store.append("x\n".repeat(100) + "plain \u001b[1mbold\u001b[0m plain \u001b[31mred\u001b[0m\n");
    await("the row", () -> rows().contains("plain bold plain red"));
    List<Text> pieces =
        onScreen(
            () ->
                list.lookupAll(".log-text").stream()
                    .map(node -> (Text) node)
                    .filter(text -> text.getParent().getChildrenUnmodifiable().size() == 7)
                    .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
                    .toList());
    double character = pieces.getFirst().getLayoutBounds().getWidth() / "plain ".length();
    assertThat(pieces.stream().map(Text::getText))
        .containsExactly("plain ", "bold", " plain ", "red");
    int at = 0;
    for (Text piece : pieces) {
      assertThat(piece.getLayoutX()).isCloseTo(at * character, within(1.0));
      at += piece.getText().length();
    }
  }

  @Test
  void savesTheWholeLog() throws IOException {
    Path file = folder.resolve("saved.log");
    host.file = Optional.of(file);
    store.append("\u001b[31mone\u001b[0m\n1%\r2%\n");
    robot.clickOn(".log-save");
    assertThat(Files.readString(file)).isEqualTo("\u001b[31mone\u001b[0m\n1%\r2%\n");
  }

  @Test
  void hasNothingToSaveWithoutALog() {
    robot.interact(view::clear);
    assertThat(onScreen(() -> ((Button) view.lookup(".log-save")).isDisabled())).isTrue();
    store.append("late\n");
    assertThat(rows()).isEmpty();
  }

  @Test
  void cutsVeryLongLines() {
    store.append("x".repeat(100_000) + "\nnext\n");
    await("rows", () -> rows().size() == 2);
    assertThat(rows().getFirst()).hasSize(2_002).endsWith("\u2026");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void looksRightInBothSchemes(String scheme) throws IOException {
    dress(scheme);
    StringBuilder colours = new StringBuilder();
    String[] names = {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};
    for (int i = 0; i < names.length; i++) {
      colours.append("\u001b[3").append(i).append('m').append(names[i]).append("\u001b[0m ");
    }
    try (InputStream sample = getClass().getResourceAsStream("/log/uv-tty.txt")) {
      store.append(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
    }
    store.append(
        "\nERROR: No matching distribution found for megatron-core==9\n"
            + "a.cpp:1:2: warning: \u001b[1;35munused\u001b[0m variable megatron\n"
            + colours
            + "\u001b[1mbold\u001b[0m \u001b[2mdim\u001b[0m \u001b[4munderline\u001b[0m\n");
    await("taken in", () -> list.count() == store.lineCount());
    robot.clickOn(".log-search-field").write("megatron");
    await("found", () -> label(".log-search-result").endsWith("lines"));
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    Path picture = Screenshots.write("log-" + scheme, view);
    assertThat(Files.size(picture)).isPositive();
    assertThat(drawn(".log-match")).isPositive();
    assertThat(drawn(".log-selected")).isPositive();
  }
}
