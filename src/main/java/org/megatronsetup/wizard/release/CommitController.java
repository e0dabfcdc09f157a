package org.megatronsetup.wizard.release;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the choice of a commit. */
public final class CommitController {
  private final ReleaseModel release;
  private final CommitModel model;
  private final Texts texts;

  @FXML private TextField ref;
  @FXML private Button resolve;
  @FXML private Notice resolved;
  @FXML private FetchPane refsPane;
  @FXML private ListView<GitRef> refs;

  public CommitController(ReleaseModel release, Texts texts) {
    this.release = release;
    this.model = release.commit();
    this.texts = texts;
  }

  @FXML
  void initialize() {
    ref.textProperty().bindBidirectional(release.draft().release().refProperty());
    ref.setOnAction(event -> model.resolve());
    resolve.setOnAction(event -> model.resolve());
    resolve
        .disableProperty()
        .bind(
            ref.textProperty()
                .isEmpty()
                .or(model.resolving().stateProperty().isEqualTo(Fetch.State.LOADING)));
    model.resolving().stateProperty().addListener((o, before, now) -> showResolved());
    refsPane.connect(model.refs(), texts, "release.commit.busy", release::reload);
    refs.setItems(model.suggestions());
    refs.setPlaceholder(new Label(texts.get("release.commit.none")));
    refs.setCellFactory(list -> new RefCell());
    refs.setOnMouseClicked(
        event -> {
          if (event.getTarget() instanceof javafx.scene.Node) {
            chooseSelected();
          }
        });
    refs.setOnKeyPressed(
        event -> {
          if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
            chooseSelected();
            event.consume();
          }
        });
    showResolved();
  }

  private void chooseSelected() {
    GitRef selected = refs.getSelectionModel().getSelectedItem();
    if (selected != null) {
      model.choose(selected);
    }
  }

  private void showResolved() {
    switch (model.resolving().state()) {
      case IDLE -> resolved.hide();
      case LOADING -> {
        Button stop = new Button(texts.get("button.stop"));
        stop.setOnAction(event -> model.resolving().cancel());
        resolved.show(Tone.ACTIVE, texts.get("release.commit.resolving"), List.of(), stop);
      }
      case FAILED -> resolved.show(texts, model.resolving().problems());
      case READY -> model.resolving().value().ifPresent(this::show);
    }
  }

  private void show(ReleaseMetadata found) {
    String version = found.version().orElse(texts.get("release.commit.version-unknown"));
    resolved.show(
        Tone.GOOD,
        texts.get("release.commit.resolved", version),
        List.of(
            new Prose(found.commit().orElse(""), "mono"),
            new Prose(
                found.requiresPython().map(n -> texts.get("release.python", n)).orElse(""),
                "muted")));
  }

  private final class RefCell extends ListCell<GitRef> {
    @Override
    protected void updateItem(GitRef item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      Label kind =
          new Label(
              texts.get(
                  item.kind() == GitRef.Kind.TAG ? "release.commit.tag" : "release.commit.branch"));
      kind.getStyleClass().addAll("column-kind", "muted");
      Label name = new Label(item.name());
      name.getStyleClass().add("column-ref");
      Label hash = new Label(item.hash().substring(0, Math.min(12, item.hash().length())));
      hash.getStyleClass().addAll("mono", "muted");
      HBox columns = new HBox(name, kind, hash);
      columns.getStyleClass().add("columns");
      setGraphic(columns);
    }
  }
}
