package org.megatronsetup.wizard.done;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.CommandBox;
import org.megatronsetup.wizard.kit.Confirm;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;

/** Binds what becomes of a container. */
public final class ContainerEndController {
  private final ContainerEndModel model;
  private final Kit kit;
  private final Clip clip;
  private final Confirm confirm;

  @FXML private Node root;
  @FXML private Node actions;
  @FXML private TextField keptAs;
  @FXML private Button keep;
  @FXML private Button remove;
  @FXML private ProgressIndicator working;
  @FXML private Prose containerSaid;
  @FXML private VBox again;
  @FXML private Notice endProblem;

  public ContainerEndController(DoneModel page, Kit kit, Clip clip, Confirm confirm) {
    this.model = page.container();
    this.kit = kit;
    this.clip = clip;
    this.confirm = confirm;
  }

  @FXML
  void initialize() {
    root.visibleProperty().bind(model.concernedProperty());
    root.managedProperty().bind(root.visibleProperty());
    keptAs.textProperty().bindBidirectional(model.imageProperty());
    keep.setOnAction(event -> model.keep());
    remove.setOnAction(
        event -> {
          if (confirm.ask("done.container.remove")) {
            model.remove();
          }
        });
    containerSaid.textProperty().bind(model.saidProperty());
    again.getChildren().add(new CommandBox(kit, clip, model.commandProperty()));
    again.visibleProperty().bind(model.commandProperty().isNotEmpty());
    again.managedProperty().bind(again.visibleProperty());
    InvalidationListener show = changed -> show();
    model.busy().addListener(show);
    model.removedProperty().addListener(show);
    model.imageProperty().addListener(show);
    model
        .problems()
        .addListener(
            (InvalidationListener) changed -> endProblem.show(kit.texts(), model.problems()));
    show();
  }

  private void show() {
    boolean busy = model.busy().get();
    Rows.visible(working, busy);
    Rows.visible(actions, !model.removedProperty().get());
    keptAs.setDisable(busy);
    keep.setDisable(busy || model.imageProperty().get().isBlank());
    remove.setDisable(busy);
  }
}
