package org.megatronsetup.bench;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.wizard.log.LogView;

/** A real log view in a real window, on JavaFX's headless platform. */
final class LogWindow {
  private LogView view;
  private Stage stage;

  void open(LogStore store) throws InterruptedException {
    CountDownLatch shown = new CountDownLatch(1);
    Platform.startup(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          view = new LogView(new BenchHost());
          Scene scene = new Scene(view, 980, 680);
          scene
              .getStylesheets()
              .add(
                  Objects.requireNonNull(LogView.class.getResource("/css/components/log.css"))
                      .toExternalForm());
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
    ListView<?> list = (ListView<?>) view.lookup(".log-list");
    double bottom = list.localToScene(list.getBoundsInLocal()).getMaxY();
    int last = -1;
    String text = "";
    for (Node node : list.lookupAll(".log-cell")) {
      ListCell<?> cell = (ListCell<?>) node;
      boolean inSight =
          cell.isVisible() && cell.localToScene(cell.getBoundsInLocal()).getMinY() < bottom;
      if (!cell.isEmpty() && inSight && cell.getIndex() > last) {
        last = cell.getIndex();
        text = cell.lookup(".log-text") instanceof Text piece ? piece.getText() : "";
      }
    }
    return text;
  }
}
