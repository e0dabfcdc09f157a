package org.megatronsetup.wizard.target;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.TargetDraft.Kind;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Reveal;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.Tone;
import org.megatronsetup.wizard.target.SshForm.Field;

/** Binds how one gets to a machine behind SSH. */
public final class SshController {
  private final SshModel model;
  private final Pickers pickers;
  private final Texts texts;

  @FXML private ComboBox<String> host;
  @FXML private TextField port;
  @FXML private TextField user;
  @FXML private TextField identity;
  @FXML private TextField jumps;
  @FXML private Button chooseKeyButton;
  @FXML private Prose hostFault;
  @FXML private Prose portFault;
  @FXML private Prose userFault;
  @FXML private Prose identityFault;
  @FXML private Prose jumpsFault;
  @FXML private Node testRow;
  @FXML private Button test;
  @FXML private Button stopTest;
  @FXML private VBox stages;
  @FXML private VBox warnings;
  @FXML private Notice sshProblem;

  public SshController(TargetModel page, Pickers pickers, Texts texts) {
    this.model = page.ssh();
    this.pickers = pickers;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    TargetDraft draft = model.draft();
    host.setItems(model.suggestions());
    host.setPromptText(texts.get("target.ssh.host.prompt"));
    host.getEditor().textProperty().bindBidirectional(draft.hostProperty());
    port.textProperty().bindBidirectional(draft.portProperty());
    user.textProperty().bindBidirectional(draft.userProperty());
    identity.textProperty().bindBidirectional(draft.identityProperty());
    jumps.textProperty().bindBidirectional(draft.jumpsProperty());
    for (Observable typed : draft.all()) {
      typed.addListener((InvalidationListener) changed -> judge());
    }
    test.setOnAction(event -> model.test(() -> {}));
    stopTest.setOnAction(event -> model.stop());
    model.stages().rows().forEach(row -> stages.getChildren().add(new StageLine(row, texts)));
    Rows.bind(warnings, model.warnings(), SshController::warning);
    warnings.visibleProperty().bind(Bindings.isNotEmpty(model.warnings()));
    warnings.managedProperty().bind(warnings.visibleProperty());
    model.callingProperty().addListener((o, before, now) -> show());
    draft.kindProperty().addListener((o, before, now) -> show());
    show();
  }

  private void judge() {
    Map<Field, String> faults = model.form().faults();
    hostFault.setText(faults.getOrDefault(Field.HOST, ""));
    portFault.setText(faults.getOrDefault(Field.PORT, ""));
    userFault.setText(faults.getOrDefault(Field.USER, ""));
    identityFault.setText(faults.getOrDefault(Field.IDENTITY, ""));
    jumpsFault.setText(faults.getOrDefault(Field.JUMPS, ""));
    test.setDisable(!model.form().obstacle().isEmpty());
  }

  private void show() {
    Fetch.State state = model.callingProperty().get();
    boolean busy = state == Fetch.State.LOADING;
    judge();
    // a container's engine is asked by a button of its own
    boolean alone = model.draft().kindProperty().get() == Kind.SSH;
    Rows.visible(testRow, alone);
    Rows.visible(test, !busy);
    Rows.visible(stopTest, busy);
    Rows.visible(stages, state != Fetch.State.IDLE);
    for (Node field : new Node[] {host, port, user, identity, chooseKeyButton, jumps}) {
      field.setDisable(busy);
    }
    if (alone && state != Fetch.State.IDLE) {
      Reveal.endOf(sshProblem);
    }
    sshProblem.show(texts, model.testing().problems());
  }

  private static Node warning(String sentence) {
    HBox row = new HBox(new Glyph(Tone.CAUTION), new Prose(sentence));
    row.getStyleClass().add("note");
    return row;
  }

  @FXML
  void chooseKey() {
    pickers
        .file(texts.get("target.ssh.key.pick"))
        .ifPresent(path -> model.draft().identityProperty().set(path.toString()));
  }
}
