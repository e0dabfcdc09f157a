package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the log shows on wish, and the marks beside its scroll bar. */
final class LogLooksTest extends LogScreen {

  private List<String> times() {
    return onScreen(
        () ->
            list.lookupAll(".log-row").stream()
                .map(node -> (LogRow) node)
                .filter(LogRow::isVisible)
                .sorted((a, b) -> Integer.compare(a.row(), b.row()))
                .map(row -> (javafx.scene.control.Label) row.lookup(".log-time"))
                .map(time -> time.isVisible() ? time.getText() : "hidden")
                .toList());
  }

  private void toggle(String selector) {
    robot.clickOn(selector);
  }

  private int marks(String style) {
    // a mark is a rectangle of five elements
    return onScreen(() -> ((Path) view.lookup(style)).getElements().size() / 5);
  }

  private void clickMark(double share) {
    robot.clickOn(
        onScreen(
            () -> {
              Node strip = view.lookup(".log-strip");
              return strip.localToScreen(4, strip.getLayoutBounds().getHeight() * share);
            }));
  }

  @Test
  void saysWhenLinesArrivedOnWish() {
    store.appendEarlier("there before\n");
    store.append("first\nsec");
    now.set(Instant.parse("2026-11-24T10:12:09Z"));
    store.append("ond\nthird\n");
    await("taken in", () -> list.count() == 4);
    assertThat(times()).containsOnly("hidden");
    double text = onScreen(() -> node(1).x(0));
    toggle(".log-times");
    await("times", () -> times().equals(List.of("", "10:12", "10:12", "10:12:09")));
    assertThat(onScreen(() -> node(1).x(0))).as("text makes room").isGreaterThan(text);
    toggle(".log-times");
    await("hidden again", () -> Set.copyOf(times()).equals(Set.of("hidden")));
  }

  @Test
  void wrapsLongLinesOnWish() {
    store.append("short\n" + "word ".repeat(100) + "end\nlast\n");
    await("taken in", () -> list.count() == 3);
    assertThat(onScreen(() -> node(1).getHeight())).isEqualTo(onScreen(() -> node(0).getHeight()));
    assertThat(onScreen(() -> node(1).getWidth())).isGreaterThan(2_000);
    toggle(".log-wrap");
    await("higher", () -> node(1).getHeight() > 3 * node(0).getHeight());
    assertThat(onScreen(() -> node(1).getWidth())).isLessThanOrEqualTo(list.getWidth());
    assertThat(onScreen(() -> node(2).getLayoutY()))
        .isEqualTo(onScreen(() -> node(1).getLayoutY() + node(1).getHeight()));
    toggle(".log-wrap");
    await("one line", () -> node(1).getHeight() == node(0).getHeight());
  }

  @Test
  void aMillionWrappedLinesAreFollowedAndScrolled() {
    String line = "word ".repeat(40) + "\n";
    for (int i = 0; i < 100; i++) {
      store.append(line.repeat(9_999) + "mark " + i + "\n");
    }
    toggle(".log-wrap");
    await("at the end", () -> rows().getLast().equals("mark 99"));
    assertThat(onScreen(() -> list.lookupAll(".log-row").size())).isLessThan(100);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.UP);
    await("let go", () -> !view.followingProperty().get());
    robot.push(KeyCode.HOME);
    await("at the top", () -> list.viewport().position() == 0);
    robot.push(KeyCode.PAGE_DOWN);
    await("a page on", () -> list.viewport().first() > 1);
    robot.clickOn(".log-search-field").write("mark 42");
    await("found", () -> label(".log-search-result").equals("1 line"));
    robot.push(KeyCode.ENTER);
    await("shown", () -> rows().contains("mark 42"));
    robot.push(KeyCode.SHORTCUT, KeyCode.END);
    await("at the end again", () -> rows().getLast().equals("mark 99"));
    assertThat(onScreen(() -> list.lookupAll(".log-row").size())).isLessThan(150);
  }

  @Test
  void marksWarningsErrorsAndMatchesBesideTheScrollBar() {
    appendLines(0, 5_000);
    store.append("ERROR: here\n");
    appendLines(5_000, 9_999);
    store.append("warning: there\n");
    await("marked", () -> marks(".log-strip-error") == 1 && marks(".log-strip-warning") == 1);
    assertThat(marks(".log-strip-found")).isZero();
    clickMark(0.5);
    await("the error in sight", () -> rows().contains("ERROR: here"));
    assertThat(view.followingProperty().get()).isFalse();
    robot.clickOn(".log-search-field").write("line 2500");
    await("found", () -> marks(".log-strip-found") == 1);
    clickMark(0.25);
    await("the match in sight", () -> rows().contains("line 2500"));
    clickMark(0.999);
    await("the warning in sight", () -> rows().contains("warning: there"));
  }

  @Test
  void f8GoesFromOneWarningOrErrorToTheNext() {
    store.append("warning: one\n");
    appendLines(0, 300);
    store.append("error: two\n");
    await("marked", () -> marks(".log-strip-error") == 1);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.F8);
    await("the first", () -> rows().contains("warning: one"));
    robot.push(KeyCode.F8);
    await("the second", () -> rows().contains("error: two"));
    assertThat(list.selection().span().map(span -> span.from().line())).contains(301);
    robot.push(KeyCode.SHIFT, KeyCode.F8);
    await("back", () -> rows().contains("warning: one"));
    robot.push(KeyCode.SHIFT, KeyCode.F8);
    await("round", () -> rows().contains("error: two"));
  }

  @Test
  void onlyMarksOfTheStepThatIsShown() {
    store.append("error: before\n");
    store.beginStep("one");
    appendLines(0, 400);
    await("marked", () -> marks(".log-strip-error") == 1);
    robot.interact(() -> view.showStep("one"));
    await("none", () -> marks(".log-strip-error") == 0);
    robot.interact(view::showAll);
    await("again", () -> marks(".log-strip-error") == 1);
  }

  @Test
  void oneStepCanBeChosen() {
    store.append("before\n");
    store.beginStep("venv");
    store.append("made\n");
    store.beginStep("install");
    store.append("done\n");
    StepFilter filter = onScreen(() -> (StepFilter) view.lookup(".log-steps"));
    await("offered", () -> filter.getItems().size() == 3);
    assertThat(filter.getItems().stream().map(StepFilter.Choice::toString))
        .containsExactly("All steps", "Step venv", "Step install");
    robot.interact(filter::requestFocus);
    robot.push(KeyCode.DOWN);
    await("one", () -> rows().equals(List.of("made")));
    robot.push(KeyCode.DOWN);
    await("the other", () -> rows().equals(List.of("done")));
    robot.interact(() -> view.show(store));
    await("another log shows all", () -> rows().size() == 3);
    assertThat(onScreen(() -> filter.getValue().toString())).isEqualTo("All steps");
  }

  @Test
  void everythingIsReachedByKeyboardAndSaysWhatItIs() {
    store.beginStep("one");
    appendLines(0, 300);
    robot.clickOn(".log-search-field").write("line 1");
    await("found", () -> label(".log-search-result").endsWith("lines"));
    robot.clickOn(".log-search-field");
    Set<String> reached =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(
                i -> {
                  robot.push(KeyCode.TAB);
                  return onScreen(
                      () -> String.join(" ", view.getScene().getFocusOwner().getStyleClass()));
                })
            .collect(Collectors.toSet());
    for (String style :
        List.of("log-search-step", "log-steps", "log-times", "log-wrap", "log-save", "log-list")) {
      assertThat(reached).as(style).anyMatch(classes -> classes.contains(style));
    }
    for (String selector : List.of(".log-times", ".log-wrap")) {
      ToggleButton toggle = onScreen(() -> (ToggleButton) view.lookup(selector));
      assertThat(toggle.getText()).isNotBlank();
      assertThat(toggle.getAccessibleText()).isEqualTo(toggle.getTooltip().getText());
      robot.interact(toggle::requestFocus);
      robot.push(KeyCode.SPACE);
      assertThat(toggle.isSelected()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void looksRightInBothSchemes(String scheme) throws IOException {
    dress(scheme);
    store.appendEarlier("there before anybody looked\n");
    store.beginStep("install");
    appendLines(0, 150);
    now.set(Instant.parse("2026-11-24T10:12:09Z"));
    store.append("a.cpp:1:2: warning: unused variable\n");
    appendLines(150, 290);
    store.append(
        "ERROR: "
            + "a long sentence that does not fit into the window, so that it has to go on below "
                .repeat(3)
            + "\n\u001b[32mgreen words in colour \u001b[0m".repeat(8)
            + "\nlast\n");
    await("taken in", () -> list.count() == store.lineCount());
    robot.clickOn(".log-search-field").write("line 27");
    await("found", () -> label(".log-search-result").endsWith("lines"));
    toggle(".log-times");
    toggle(".log-wrap");
    await("times", () -> times().contains("10:12:09"));
    Screenshots.write("log-wrapped-" + scheme, view);
    assertThat(marks(".log-strip-error")).isEqualTo(1);
    assertThat(marks(".log-strip-warning")).isEqualTo(1);
    assertThat(marks(".log-strip-found")).isPositive();
  }
}
