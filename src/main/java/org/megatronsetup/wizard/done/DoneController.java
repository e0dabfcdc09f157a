package org.megatronsetup.wizard.done;

import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.CommandBox;
import org.megatronsetup.wizard.kit.CopyButton;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the last page. */
public final class DoneController {
  private final DoneModel model;
  private final Kit kit;
  private final Clip clip;

  @FXML private Glyph glyph;
  @FXML private Prose headline;
  @FXML private VBox usesPart;
  @FXML private VBox uses;
  @FXML private VBox placesPart;
  @FXML private VBox places;

  public DoneController(DoneModel model, Kit kit, Clip clip) {
    this.model = model;
    this.kit = kit;
    this.clip = clip;
  }

  @FXML
  void initialize() {
    headline.textProperty().bind(model.headlineProperty());
    model.toneProperty().addListener((o, before, now) -> glyph.show(Tone.of(now)));
    glyph.show(Tone.of(model.toneProperty().get()));
    // what lay in a container that was removed is no more
    for (VBox part : new VBox[] {usesPart, placesPart}) {
      part.visibleProperty().bind(model.container().removedProperty().not());
      part.managedProperty().bind(part.visibleProperty());
    }
    Rows.bind(uses, model.uses(), this::use);
    Rows.bind(places, model.places(), this::place);
  }

  private Node use(DoneModel.Use use) {
    VBox box =
        new VBox(
            new Prose(use.title(), "strong"),
            new Prose(use.text(), "muted"),
            new CommandBox(kit, clip, use.command()));
    box.getStyleClass().add("use");
    return box;
  }

  private Node place(DoneModel.Place place) {
    Label name = new Label(place.name());
    name.getStyleClass().addAll("muted", "column-place");
    Prose path = new Prose(place.path(), "mono");
    path.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(path, Priority.ALWAYS);
    CopyButton copy = new CopyButton(kit, clip, place::path);
    copy.setAccessibleText(kit.texts().get("button.copy.path", place.name()));
    HBox row = new HBox(name, path, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("table-row");
    return row;
  }
}
