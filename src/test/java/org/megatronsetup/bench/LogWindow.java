package org.megatronsetup.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.wizard.Look;
import org.megatronsetup.wizard.log.LogView;

/** A real log view in a real window, on JavaFX's headless platform. */
final class LogWindow {
  private final BenchHost host = new BenchHost();
  private LogView view;
  private Stage stage;

  void open() throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    Platform.startup(
        () -> {
          view = new LogView(host);
          Scene scene = new Scene(view, 980, 680);
          new Look(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene.getStylesheets());
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          shown.countDown();
        });
    shown.await();
  }

  void clear() {
    onScreen(view::clear);
  }

  void show(LogStore store) {
    onScreen(() -> view.show(store));
  }

  void onScreen(Runnable action) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          action.run();
          done.complete(null);
        });
    done.join();
  }

  /** Presses one of the switches above the log. */
  void press(String style) {
    onScreen(() -> ((ToggleButton) view.lookup(style)).fire());
  }

  /**
   * Searches the log, and waits until the count of all its lines is on the screen.
   *
   * @return nanoseconds from the last key on
   */
  long search(String text) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    onScreen(() -> field().setText(""));
    long start = System.nanoTime();
    Platform.runLater(
        () -> {
          Label result = (Label) view.lookup(".log-search-result");
          String searching = host.text("log.searching");
          field().setText(text);
          result
              .textProperty()
              .addListener(
                  (property, old, now) -> {
                    if (!now.equals(searching) && !now.isEmpty()) {
                      done.complete(System.nanoTime());
                    }
                  });
        });
    return done.join() - start;
  }

  private TextField field() {
    return (TextField) view.lookup(".log-search-field");
  }

  /** How much was found, in words. */
  String found() {
    CompletableFuture<String> text = new CompletableFuture<>();
    onScreen(() -> text.complete(((Label) view.lookup(".log-search-result")).getText()));
    return text.join();
  }

  /** Selects all and copies it; returns how many characters that were. */
  int copyAll() {
    CompletableFuture<String> copied = host.nextCopy();
    onScreen(
        () -> {
          Node list = view.lookup(".log-list");
          list.requestFocus();
          Event.fireEvent(list, withShortcut(KeyCode.A));
          Event.fireEvent(list, withShortcut(KeyCode.C));
        });
    int length = copied.join().length();
    host.forgetCopy();
    return length;
  }

  private static KeyEvent withShortcut(KeyCode key) {
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, !mac, false, mac);
  }

  /** What the last row in sight says. */
  String lastRow() {
    CompletableFuture<String> text = new CompletableFuture<>();
    Platform.runLater(() -> text.complete(readLastRow()));
    return text.join();
  }

  private String readLastRow() {
    Node list = view.lookup(".log-list");
    double bottom = list.localToScene(list.getBoundsInLocal()).getMaxY();
    double lowest = -1;
    String text = "";
    for (Node row : list.lookupAll(".log-row")) {
      double y = row.localToScene(row.getBoundsInLocal()).getMinY();
      if (row.isVisible() && y > lowest && y < bottom) {
        lowest = y;
        text = (String) row.queryAccessibleAttribute(AccessibleAttribute.TEXT);
      }
    }
    return text;
  }
}
