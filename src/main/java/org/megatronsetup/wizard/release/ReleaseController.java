package org.megatronsetup.wizard.release;

import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.megatronsetup.wizard.flow.ReleaseDraft.Channel;
import org.megatronsetup.wizard.kit.Chosen;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds the release page: the channel and the list of versions. */
public final class ReleaseController {
  private final ReleaseModel model;
  private final Kit kit;

  @FXML private ToggleGroup channels;
  @FXML private ToggleButton stable;
  @FXML private ToggleButton pre;
  @FXML private ToggleButton commit;
  @FXML private Prose channelText;
  @FXML private Node versionsPart;
  @FXML private Node commitPart;
  @FXML private FetchPane versionsPane;
  @FXML private ListView<VersionRow> versions;

  public ReleaseController(ReleaseModel model, Kit kit) {
    this.model = model;
    this.kit = kit;
  }

  @FXML
  void initialize() {
    Texts texts = kit.texts();
    Chosen.bind(
        channels,
        model.draft().release().channelProperty(),
        Map.of(stable, Channel.STABLE, pre, Channel.PRE, commit, Channel.COMMIT));
    model.draft().release().channelProperty().addListener((o, before, now) -> show(now));
    versionsPane.connect(model.versions().fetch(), texts, "release.busy", model::reload);
    versions.setItems(model.versions().rows());
    versions.setCellFactory(list -> new VersionCell(kit));
    versions.setPlaceholder(new Label(texts.get("release.none")));
    versions
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                model.versions().choose(now);
              }
            });
    model.versions().chosenProperty().addListener((o, before, now) -> select());
    show(model.draft().release().channelProperty().get());
    select();
  }

  private void show(Channel channel) {
    channelText.setText(
        kit.texts()
            .get(
                switch (channel) {
                  case STABLE -> "release.stable.text";
                  case PRE -> "release.pre.text";
                  case COMMIT -> "release.commit.text";
                }));
    Rows.visible(versionsPart, channel != Channel.COMMIT);
    Rows.visible(commitPart, channel == Channel.COMMIT);
  }

  private void select() {
    model
        .versions()
        .chosenProperty()
        .get()
        .ifPresentOrElse(
            row -> {
              if (!row.equals(versions.getSelectionModel().getSelectedItem())) {
                versions.getSelectionModel().select(row);
                versions.scrollTo(row);
              }
            },
            () -> versions.getSelectionModel().clearSelection());
  }
}
