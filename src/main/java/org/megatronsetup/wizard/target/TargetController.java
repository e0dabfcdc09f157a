package org.megatronsetup.wizard.target;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.TargetDraft.Kind;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;

/** Binds the target page. */
public final class TargetController {
  private static final Map<Kind, String> OFFERS =
      Map.of(
          Kind.LOCAL,
          "target.offers",
          Kind.SSH,
          "target.offers.there",
          Kind.CONTAINER,
          "target.offers.inside");

  private final TargetModel model;
  private final Texts texts;

  @FXML private VBox offersBox;
  @FXML private Label offersTitle;
  @FXML private VBox offers;
  @FXML private Notice problem;
  @FXML private ToggleGroup kind;
  @FXML private Node localCard;
  @FXML private RadioButton local;
  @FXML private Label computerSystem;
  @FXML private Prose whyNot;
  @FXML private VBox sshCard;
  @FXML private RadioButton ssh;
  @FXML private Node sshPart;
  @FXML private Node containerCard;
  @FXML private RadioButton container;
  @FXML private Node containerPart;
  @FXML private ContainerController containerPartController;

  public TargetController(TargetModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    ThisComputer computer = model.computer();
    local.setText(
        computer.name().isEmpty()
            ? texts.get("target.local")
            : texts.get("target.local.named", computer.name()));
    local.setDisable(!computer.possible());
    computerSystem.setText(computer.system());
    whyNot.setText(computer.possible() ? "" : texts.get("target.local.not-here"));
    if (computer.possible()) {
      localCard.setOnMouseClicked(event -> choose(Kind.LOCAL));
    } else {
      localCard.getStyleClass().add("impossible");
    }
    sshCard.setOnMouseClicked(event -> choose(Kind.SSH));
    containerCard.setOnMouseClicked(event -> choose(Kind.CONTAINER));
    kind.selectedToggleProperty().addListener((o, before, now) -> choose(kindOf(now)));
    TargetDraft draft = model.ssh().draft();
    draft.kindProperty().addListener((o, before, now) -> show());
    draft.container().remoteProperty().addListener((o, before, now) -> show());
    show();
    model
        .problems()
        .addListener((InvalidationListener) changed -> problem.show(texts, model.problems()));
    Rows.bind(offers, model.offers(), this::offer);
    offersBox.visibleProperty().bind(Bindings.isNotEmpty(model.offers()));
    offersBox.managedProperty().bind(offersBox.visibleProperty());
  }

  private void choose(Kind now) {
    model.ssh().draft().kindProperty().set(now);
  }

  private Kind kindOf(Toggle toggle) {
    if (container.equals(toggle)) {
      return Kind.CONTAINER;
    }
    return ssh.equals(toggle) ? Kind.SSH : Kind.LOCAL;
  }

  private void show() {
    Kind now = model.ssh().draft().kindProperty().get();
    kind.selectToggle(
        switch (now) {
          case LOCAL -> local;
          case SSH -> ssh;
          case CONTAINER -> container;
        });
    mark(localCard, now == Kind.LOCAL);
    mark(sshCard, now == Kind.SSH);
    mark(containerCard, now == Kind.CONTAINER);
    Rows.visible(containerPart, now == Kind.CONTAINER);
    placeSsh(now);
    offersTitle.setText(texts.get(OFFERS.get(now)));
  }

  /** There is one form of a machine behind SSH; it is where it is needed. */
  private void placeSsh(Kind now) {
    VBox place = now == Kind.CONTAINER ? containerPartController.sshSlot() : sshCard;
    if (!place.equals(sshPart.getParent())) {
      ((Pane) sshPart.getParent()).getChildren().remove(sshPart);
      place.getChildren().add(sshPart);
    }
    boolean needed = model.ssh().draft().overSsh();
    Rows.visible(sshPart, needed);
    Rows.visible(containerPartController.sshSlot(), needed);
  }

  private static void mark(Node card, boolean chosen) {
    card.getStyleClass().remove("chosen");
    if (chosen) {
      card.getStyleClass().add("chosen");
    }
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
