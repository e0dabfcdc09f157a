package org.megatronsetup.wizard.target;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the target page. */
public final class TargetController {
  private final TargetModel model;
  private final Texts texts;

  @FXML private VBox offersBox;
  @FXML private VBox offers;
  @FXML private Notice problem;
  @FXML private HBox card;
  @FXML private Label computerName;
  @FXML private Label computerSystem;
  @FXML private Prose whyNot;

  public TargetController(TargetModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    ThisComputer computer = model.computer();
    computerName.setText(
        computer.name().isEmpty()
            ? texts.get("target.local")
            : texts.get("target.local.named", computer.name()));
    computerSystem.setText(computer.system());
    whyNot.setText(computer.possible() ? "" : texts.get("target.local.not-here"));
    card.getStyleClass().add(computer.possible() ? "chosen" : "impossible");
    model
        .problems()
        .addListener((InvalidationListener) changed -> problem.show(texts, model.problems()));
    Rows.bind(offers, model.offers(), this::offer);
    offersBox.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(model.offers()));
    offersBox.managedProperty().bind(offersBox.visibleProperty());
  }

  private Node offer(RunOffer offer) {
    Button go = new Button(offer.action());
    go.setId("follow-" + offer.id());
    go.setMinWidth(Button.USE_PREF_SIZE);
    go.setOnAction(event -> model.follow(offer));
    go.setAccessibleText(offer.action() + ": " + offer.headline());
    if (offer.running()) {
      go.getStyleClass().add("accent");
    }
    VBox words =
        new VBox(new Prose(offer.headline(), "strong"), new Prose(offer.detail(), "muted"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(new Glyph(offer.running() ? Tone.ACTIVE : Tone.CAUTION), words, go);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("offer");
    return row;
  }
}
