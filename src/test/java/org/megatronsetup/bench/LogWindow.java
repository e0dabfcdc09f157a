package org.megatronsetup.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.wizard.Look;
import org.megatronsetup.wizard.log.LogView;

/** A real log view in a real window, on JavaFX's headless platform. */
final class LogWindow {
  private LogView view;
  private Stage stage;

  void open(LogStore store) throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    Platform.startup(
        () -> {
          view = new LogView(new BenchHost());
          Scene scene = new Scene(view, 980, 680);
          new Look(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene.getStylesheets());
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          view.show(store);
          shown.countDown();
        });
    shown.await();
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
    for (Node row : view.lookupAll(".log-row")) {
      double y = row.localToScene(row.getBoundsInLocal()).getMinY();
      if (row.isVisible() && y > lowest && y < bottom) {
        lowest = y;
        text = row.lookup(".log-text") instanceof Text piece ? piece.getText() : "";
      }
    }
    return text;
  }
}
