package org.megatronsetup.wizard.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/** Selecting characters of the log, and copying them. */
final class LogSelectionTest extends LogScreen {

  private void drag(Point2D from, Point2D to) {
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
  }

  private void select(int fromRow, int fromColumn, int toRow, int toColumn) {
    drag(at(fromRow, fromColumn), at(toRow, toColumn));
  }

  /** The robot's mouse knows neither of keys nor of what lies beyond a node. */
  private void mouse(EventType<MouseEvent> type, Point2D place, boolean shift) {
    robot.interact(
        () -> {
          Point2D inScene = list.sheet().localToScene(list.sheet().screenToLocal(place));
          Event.fireEvent(
              list.sheet(),
              new MouseEvent(
                  type,
                  inScene.getX(),
                  inScene.getY(),
                  place.getX(),
                  place.getY(),
                  MouseButton.PRIMARY,
                  1,
                  shift,
                  false,
                  false,
                  false,
                  true,
                  false,
                  false,
                  false,
                  false,
                  true,
                  null));
        });
  }

  private String copy() {
    host.copied = "";
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    await("copied", () -> !host.copied.isEmpty());
    return host.copied;
  }

  private void lines(String text) {
    store.append(text);
    await("taken in", () -> list.count() == store.lineCount());
  }

  private Span span(int fromRow, int fromColumn, int toRow, int toColumn) {
    return new Span(new Place(fromRow, fromColumn), new Place(toRow, toColumn));
  }

  @Test
  void aDragSelectsCharactersAcrossLines() {
    lines("\u001b[31mCollecting\u001b[0m torch\nDownloading 12%\n\nDone with it\n");
    select(0, 11, 0, 14);
    assertThat(copy()).isEqualTo("tor");
    select(0, 4, 3, 4);
    assertThat(copy()).isEqualTo("ecting torch\nDownloading 12%\n\nDone");
    assertThat(drawn(".log-selected")).as("an empty line too").isEqualTo(4);
    select(3, 4, 1, 0);
    assertThat(copy()).as("upwards").isEqualTo("Downloading 12%\n\nDone");
  }

  @Test
  void aClickAloneSelectsNothing() {
    lines("one two\nthree\n");
    select(0, 0, 1, 3);
    robot.clickOn(at(0, 5));
    assertThat(list.selection().span()).isEmpty();
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(host.copied).isEmpty();
    assertThat(drawn(".log-selected")).isZero();
  }

  @Test
  void aDoubleClickSelectsAWordAndATripleClickALine() {
    lines("pip install torch\nsecond line\n");
    robot.doubleClickOn(at(0, 6));
    assertThat(copy()).isEqualTo("install");
    Point2D second = at(1, 9);
    robot.moveTo(second).clickOn(MouseButton.PRIMARY);
    robot.clickOn(MouseButton.PRIMARY).clickOn(MouseButton.PRIMARY);
    assertThat(copy()).isEqualTo("second line");
  }

  @Test
  void shiftExtendsByClickAndByKeys() {
    lines("0123456789\n0123456789\n0123456789\n");
    robot.clickOn(at(0, 3));
    Point2D other = at(1, 5);
    mouse(MouseEvent.MOUSE_PRESSED, other, true);
    mouse(MouseEvent.MOUSE_RELEASED, other, true);
    assertThat(list.selection().span()).contains(span(0, 3, 1, 5));
    robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(list.selection().span()).contains(span(0, 3, 2, 6));
    robot.push(KeyCode.SHIFT, KeyCode.END);
    assertThat(list.selection().span()).contains(span(0, 3, 2, 10));
    robot.push(KeyCode.SHIFT, KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.LEFT);
    assertThat(list.selection().span()).contains(span(0, 3, 1, 10));
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    assertThat(copy()).as("beyond the beginning").isEqualTo("012");
    robot.push(KeyCode.ESCAPE);
    assertThat(list.selection().span()).isEmpty();
  }

  @Test
  void keysAloneSelectFromTheFirstRowInSight() {
    appendLines(0, 500);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    assertThat(copy()).isEqualTo("line 0\nline 1\n");
    robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.PAGE_DOWN);
    assertThat(rows()).as("its end stays in sight").doesNotContain("line 0");
    robot.press(KeyCode.SHIFT).push(KeyCode.SHORTCUT, KeyCode.END).release(KeyCode.SHIFT);
    assertThat(copy()).startsWith("line 0\n").endsWith("\nline 499");
  }

  @Test
  void copiesAllOfALongLogWithoutHoldingUpTheScreen() throws Exception {
    appendLines(0, 200_000);
    robot.interact(list::requestFocus);
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    host.holdsWork = true;
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(host.jobs).as("read in the background").hasSize(1);
    assertThat(host.copied).isEmpty();
    host.jobs.getFirst().run();
    await("copied", () -> !host.copied.isEmpty());
    assertThat(host.copied.lines()).hasSize(200_000);
    assertThat(host.copied).startsWith("line 0\nline 1\n").endsWith("\nline 199999");
  }

  @Test
  void survivesAppendingFollowingAndSearching() {
    appendLines(0, 20);
    select(3, 2, 5, 4);
    assertThat(view.followingProperty().get()).as("selecting is not scrolling").isTrue();
    appendLines(20, 600);
    await("followed", () -> rows().getLast().equals("line 599"));
    assertThat(list.selection().span()).contains(span(3, 2, 5, 4));
    robot.clickOn(".log-search-field").write("line");
    await("found", () -> label(".log-search-result").equals("6 of 600 lines"));
    robot.interact(list::requestFocus);
    robot.push(KeyCode.HOME);
    await("at the top", () -> rows().getFirst().equals("line 0"));
    assertThat(drawn(".log-selected")).isEqualTo(3);
    assertThat(drawn(".log-match")).isGreaterThan(10);
    assertThat(copy()).isEqualTo("ne 3\nline 4\nline");
  }

  @Test
  void theRowsKeepStillWhileTheMouseSelects() {
    appendLines(0, 500);
    Point2D from = at(495, 0);
    robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(at(496, 3));
    appendLines(500, 600);
    assertThat(rows()).contains("line 495").doesNotContain("line 599");
    robot.release(MouseButton.PRIMARY);
    await("followed on", () -> rows().getLast().equals("line 599"));
    assertThat(copy()).isEqualTo("line 495\nlin");
  }

  @Test
  void aDragBeyondTheEdgeMovesTheRowsAlong() {
    appendLines(0, 500);
    Point2D above = onScreen(() -> list.localToScreen(60, -15));
    mouse(MouseEvent.MOUSE_PRESSED, at(495, 3), false);
    mouse(MouseEvent.MOUSE_DRAGGED, above, false);
    await("moved", () -> rows().getFirst().compareTo("line 460") < 0);
    mouse(MouseEvent.MOUSE_RELEASED, above, false);
    assertThat(view.followingProperty().get()).isFalse();
    robot.interact(list::requestFocus);
    assertThat(copy()).contains("\nline 470\n").endsWith("\nlin");
  }

  @Test
  void searchSelectsTheMatch() {
    lines("torch and Torch\n" + "x\n".repeat(300) + "a torch\n");
    robot.clickOn(".log-search-field").write("torch");
    await("counted", () -> label(".log-search-result").equals("2 lines"));
    robot.push(KeyCode.ENTER);
    assertThat(list.selection().span()).contains(span(0, 0, 0, 5));
    robot.push(KeyCode.ENTER);
    assertThat(list.selection().span()).contains(span(0, 10, 0, 15));
    robot.push(KeyCode.ENTER);
    assertThat(list.selection().span()).contains(span(301, 2, 301, 7));
    assertThat(label(".log-search-result")).isEqualTo("2 of 2 lines");
    robot.push(KeyCode.ENTER);
    assertThat(list.selection().span()).as("round").contains(span(0, 0, 0, 5));
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(list.selection().span()).contains(span(0, 10, 0, 15));
    robot.interact(list::requestFocus);
    assertThat(copy()).isEqualTo("Torch");
  }

  @Test
  void aMatchFarToTheRightComesIntoSight() {
    lines("x".repeat(1_500) + "needle\n");
    robot.clickOn(".log-search-field").write("needle");
    await("counted", () -> label(".log-search-result").equals("1 line"));
    robot.push(KeyCode.ENTER);
    await("in sight", () -> list.sheet().getWidth() > node(0).getLayoutX() + node(0).x(1_506));
    assertThat(onScreen(() -> node(0).getLayoutX() + node(0).x(1_500))).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void looksRightInBothSchemes(String scheme) throws IOException {
    dress(scheme);
    lines(
        "Collecting megatron-core\n\u001b[32m + torch\u001b[0m==2.9.0 \u001b[1mbold\u001b[0m\n\n"
            + "ERROR: No matching distribution found for megatron-core==9\n"
            + "a.cpp:1:2: warning: \u001b[1;35munused\u001b[0m variable \u001b[31mred\u001b[0m"
            + " \u001b[33myellow\u001b[0m \u001b[34mblue\u001b[0m \u001b[36mcyan\u001b[0m\nlast\n");
    robot.clickOn(".log-search-field").write("megatron");
    await("found", () -> label(".log-search-result").endsWith("lines"));
    select(0, 4, 5, 2);
    Screenshots.write("log-selection-" + scheme, view);
    assertThat(drawn(".log-selected")).isEqualTo(6);
    // what is selected as well has a frame, or it would not be seen
    assertThat(drawn(".log-match-framed")).isEqualTo(2);
    assertThat(drawn(".log-match")).isZero();
  }
}
