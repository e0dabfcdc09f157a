package org.megatronsetup.wizard.kit;

import javafx.beans.DefaultProperty;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Shows what is fetched, or that it is on its way, or why it did not come. */
@DefaultProperty("content")
public final class FetchPane extends StackPane {
  private final ObjectProperty<Node> content = new SimpleObjectProperty<>(this, "content");
  private final HBox busy = new HBox();
  private final Notice notice = new Notice();

  public FetchPane() {
    getStyleClass().add("fetch-pane");
    setAlignment(Pos.TOP_LEFT);
    busy.getStyleClass().add("busy");
    busy.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(busy, notice);
    content.addListener((o, before, now) -> getChildren().addFirst(now));
  }

  public Node getContent() {
    return content.get();
  }

  public void setContent(Node node) {
    content.set(node);
  }

  public ObjectProperty<Node> contentProperty() {
    return content;
  }

  /**
   * @param busyKey text while it is on its way
   * @param retry fetches again
   */
  public void connect(Fetch<?> fetch, Texts texts, String busyKey, Runnable retry) {
    ProgressIndicator spinner = new ProgressIndicator();
    spinner.getStyleClass().add("spinner");
    Button stop = new Button(texts.get("button.stop"));
    stop.getStyleClass().addAll("flat", "small");
    stop.setOnAction(event -> fetch.cancel());
    busy.getChildren().setAll(spinner, new Label(texts.get(busyKey)), stop);
    InvalidationListener show = changed -> show(fetch, texts, retry);
    fetch.stateProperty().addListener(show);
    show.invalidated(fetch.stateProperty());
  }

  private void show(Fetch<?> fetch, Texts texts, Runnable retry) {
    visible(busy, fetch.is(Fetch.State.LOADING));
    visible(content.get(), fetch.is(Fetch.State.READY));
    switch (fetch.state()) {
      case FAILED -> notice.show(texts, fetch.problems(), again(texts, retry));
      case IDLE ->
          notice.show(
              Tone.NEUTRAL, texts.get("fetch.stopped"), java.util.List.of(), again(texts, retry));
      case LOADING, READY -> notice.hide();
    }
  }

  private static Button again(Texts texts, Runnable retry) {
    Button again = new Button(texts.get("button.retry"));
    again.setOnAction(event -> retry.run());
    return again;
  }

  private static void visible(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
