package org.megatronsetup.wizard.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.wizard.Look;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A log view in a window of its own, for tests. */
abstract class LogScreen {
  @TempDir Path folder;
  final FxRobot robot = new FxRobot();
  final FakeHost host = new FakeHost();
  final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:12:00Z"));
  private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  LogStore store;
  LogView view;
  LogRows list;

  @BeforeEach
  void open() throws TimeoutException {
    store = new LogStore(folder, now::get);
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          view = new LogView(host);
          Scene scene = new Scene(view, 900, 480);
          new Look(scheme).dress(scene.getStylesheets());
          stage.setScene(scene);
          stage.show();
          view.show(store);
        });
    list = (LogRows) view.lookup(".log-list");
  }

  @AfterEach
  void close() throws IOException, TimeoutException {
    robot.interact(view::clear);
    FxToolkit.cleanupStages();
    store.close();
  }

  void await(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> onScreen(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("never came true: " + what + "; on the screen: " + rows(), e);
    }
  }

  <T> T onScreen(Callable<T> question) {
    AtomicReference<T> answer = new AtomicReference<>();
    robot.interact(
        () -> {
          try {
            answer.set(question.call());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
    return answer.get();
  }

  /** What is painted in the rows in sight, from the top. */
  List<String> rows() {
    return onScreen(
        () -> {
          list.layout();
          return list.lookupAll(".log-row").stream()
              .map(node -> (LogRow) node)
              .filter(this::inSight)
              .sorted((a, b) -> Integer.compare(a.row(), b.row()))
              .map(LogScreen::painted)
              .toList();
        });
  }

  private boolean inSight(LogRow row) {
    Bounds bounds = row.localToScene(row.getBoundsInLocal());
    return row.isVisible() && bounds.intersects(list.localToScene(list.getBoundsInLocal()));
  }

  private static String painted(LogRow row) {
    StringBuilder text = new StringBuilder();
    row.lookupAll(".log-text").stream()
        .map(node -> (Text) node)
        .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX()))
        .forEach(piece -> text.append(piece.getText()));
    return text.toString();
  }

  void appendLines(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("line ").append(i).append('\n');
    }
    store.append(text.toString());
    await("all lines taken in", () -> list.count() == store.lineCount());
  }

  String label(String selector) {
    return onScreen(() -> ((Label) view.lookup(selector)).getText());
  }

  /** The node of a row in sight; on the thread of the screen. */
  LogRow node(int row) {
    return list.lookupAll(".log-row").stream()
        .map(found -> (LogRow) found)
        .filter(found -> found.isVisible() && found.row() == row)
        .findFirst()
        .orElseThrow();
  }

  /** Where on the screen a column of a row in sight begins. */
  Point2D at(int row, int column) {
    return onScreen(
        () -> {
          list.layout();
          LogRow found = node(row);
          return found.localToScreen(found.x(column) + 1, found.getHeight() / 2);
        });
  }

  /** How many marks of a kind are drawn in the rows in sight. */
  long drawn(String style) {
    return onScreen(
        () ->
            list.lookupAll(style).stream()
                .map(found -> (javafx.scene.shape.Path) found)
                .filter(path -> path.getParent().getParent().isVisible())
                .filter(path -> !path.getElements().isEmpty())
                .count());
  }

  void dress(String scheme) {
    robot.interact(() -> this.scheme.set(ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT))));
  }
}
