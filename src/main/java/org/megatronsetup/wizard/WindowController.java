package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds the frame: rail, heading, the page itself, Back and Next. */
public final class WindowController {
  private final Flow flow;
  private final Texts texts;
  private final Function<Page, Parent> views;
  private final Runnable close;
  private final Map<Page, Parent> loaded = new EnumMap<>(Page.class);
  private final List<RailItem> items = new ArrayList<>();
  private final InvalidationListener judge = changed -> judge();
  private PageModel shown;

  @FXML private VBox rail;
  @FXML private Label title;
  @FXML private Prose lead;
  @FXML private Hyperlink why;
  @FXML private Prose whyText;
  @FXML private StackPane holder;
  @FXML private Button back;
  @FXML private Button next;
  @FXML private Label hint;
  @FXML private ProgressIndicator advancing;

  /**
   * @param views loads the view of a page
   * @param close closes the window
   */
  WindowController(Flow flow, Texts texts, Function<Page, Parent> views, Runnable close) {
    this.flow = flow;
    this.texts = texts;
    this.views = views;
    this.close = close;
  }

  @FXML
  void initialize() {
    for (Page page : Flow.ORDER) {
      RailItem item = new RailItem(page, items.size() + 1, texts);
      item.setOnAction(event -> flow.visit(page));
      items.add(item);
      rail.getChildren().add(item);
    }
    back.setOnAction(event -> flow.back());
    next.setOnAction(event -> next());
    why.setOnAction(event -> toggleWhy());
    flow.currentProperty().addListener((o, before, now) -> show(now));
    show(flow.currentProperty().get());
  }

  private void next() {
    if (flow.hasNext()) {
      flow.next();
    } else {
      close.run();
    }
  }

  private void show(Page page) {
    if (shown != null) {
      for (Observable watched : watched(shown)) {
        watched.removeListener(judge);
      }
    }
    shown = flow.model();
    for (Observable watched : watched(shown)) {
      watched.addListener(judge);
    }
    title.setText(texts.get(page.key() + ".title"));
    lead.setText(texts.get(page.key() + ".lead"));
    whyText.setText("");
    why.setText(texts.get("why"));
    Node view = loaded.computeIfAbsent(page, views);
    holder.getChildren().setAll(view);
    back.setVisible(flow.hasBack());
    judge();
    // a mnemonic takes the focus to its button after it has pressed it, and so after this
    Platform.runLater(
        () -> {
          if (flow.currentProperty().get() == page) {
            Focus.enter(view, next);
          }
        });
  }

  private static Observable[] watched(PageModel model) {
    return new Observable[] {
      model.ready(), model.hint(), model.nextText(), model.mayLeave(), model.advancing()
    };
  }

  private void judge() {
    boolean busy = shown.advancing().get();
    next.setText(shown.nextText().get());
    next.setDisable(busy || !shown.ready().get());
    back.setDisable(!shown.mayLeave().get());
    String words = shown.hint().get();
    hint.setText(busy && words.isEmpty() ? texts.get("window.busy") : words);
    Rows.visible(advancing, busy);
    int current = Flow.ORDER.indexOf(flow.currentProperty().get());
    for (int i = 0; i < items.size(); i++) {
      Page page = items.get(i).page();
      items.get(i).show(i == current, i < current, flow.mayVisit(page));
    }
  }

  private void toggleWhy() {
    boolean open = whyText.getText().isEmpty();
    why.setVisited(false);
    why.setText(texts.get(open ? "why.less" : "why"));
    whyText.setText(open ? texts.get(flow.currentProperty().get().key() + ".why") : "");
  }
}
