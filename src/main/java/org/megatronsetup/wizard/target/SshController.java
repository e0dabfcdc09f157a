package org.megatronsetup.wizard.target;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.StepState;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Mark;
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
    model.stages().rows().forEach(row -> stages.getChildren().add(line(row)));
    Rows.bind(warnings, model.warnings(), SshController::warning);
    warnings.visibleProperty().bind(Bindings.isNotEmpty(model.warnings()));
    warnings.managedProperty().bind(warnings.visibleProperty());
    model.testing().stateProperty().addListener((o, before, now) -> show());
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
    Fetch.State state = model.testing().state();
    boolean busy = state == Fetch.State.LOADING;
    judge();
    Rows.visible(test, !busy);
    Rows.visible(stopTest, busy);
    Rows.visible(stages, state != Fetch.State.IDLE);
    for (Node field : new Node[] {host, port, user, identity, chooseKeyButton, jumps}) {
      field.setDisable(busy);
    }
    if (state != Fetch.State.IDLE) {
      Reveal.endOf(sshProblem);
    }
    sshProblem.show(texts, model.testing().problems());
  }

  private Node line(Stages.Row row) {
    String key = "target.stage." + row.part().name().toLowerCase(java.util.Locale.ROOT);
    Mark mark = new Mark();
    mark.getStyleClass().add("column-state");
    Label title = new Label(texts.get(key));
    title.getStyleClass().add("column-stage");
    Prose detail = new Prose("", "muted");
    detail.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(detail, Priority.ALWAYS);
    detail.textProperty().bind(row.detailProperty());
    HBox line = new HBox(mark, title, detail);
    line.setId("stage-" + row.part().name());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("columns");
    row.stateProperty().addListener((o, before, now) -> show(now, mark, line, title.getText()));
    show(row.stateProperty().get(), mark, line, title.getText());
    return line;
  }

  private void show(StepState state, Mark mark, Node line, String title) {
    String word = texts.get(Tone.word(state));
    mark.show(Tone.of(state), word);
    line.setAccessibleText(title + ", " + word);
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
