package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.wizard.flow.ContainerDraft;
import org.megatronsetup.wizard.flow.ContainerDraft.Gpus;
import org.megatronsetup.wizard.flow.MountDraft;
import org.megatronsetup.wizard.kit.Chosen;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.CommandBox;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Reveal;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.kit.VerdictRow;
import org.megatronsetup.wizard.target.ContainerForm.Field;

/** Binds what a container is made of, and how far it is. */
public final class ContainerController {
  private final ContainerModel model;
  private final TargetModel page;
  private final Kit kit;
  private final Texts texts;
  private final Pickers pickers;
  private final Clip clip;

  @FXML private ToggleGroup wheres;
  @FXML private ToggleButton here;
  @FXML private ToggleButton there;
  @FXML private VBox sshSlot;
  @FXML private ToggleGroup engines;
  @FXML private ToggleButton docker;
  @FXML private ToggleButton podman;
  @FXML private VBox fields;
  @FXML private ComboBox<String> image;
  @FXML private Prose imageWords;
  @FXML private Prose imageFault;
  @FXML private TextField containerName;
  @FXML private Prose nameFault;
  @FXML private ToggleGroup gpuChoices;
  @FXML private ToggleButton allGpus;
  @FXML private ToggleButton noGpus;
  @FXML private ToggleButton someGpus;
  @FXML private TextField gpuNumbers;
  @FXML private Prose gpusFault;
  @FXML private VBox mounts;
  @FXML private Prose mountsFault;
  @FXML private CheckBox hostNetwork;
  @FXML private CheckBox keeps;
  @FXML private TextField keptImage;
  @FXML private Prose keptFault;
  @FXML private CheckBox removes;
  @FXML private VBox commandHolder;
  @FXML private Button check;
  @FXML private Button stopContainer;
  @FXML private VBox layingStages;
  @FXML private VBox pulling;
  @FXML private Prose pullWords;
  @FXML private ProgressBar pullProgress;
  @FXML private Prose layingNote;
  @FXML private VBox hostVerdicts;
  @FXML private Notice containerProblem;

  public ContainerController(TargetModel page, Kit kit, Pickers pickers, Clip clip) {
    this.page = page;
    this.model = page.container();
    this.kit = kit;
    this.texts = kit.texts();
    this.pickers = pickers;
    this.clip = clip;
  }

  /** Where the form of a machine behind SSH goes while it is the container's. */
  VBox sshSlot() {
    return sshSlot;
  }

  @FXML
  void initialize() {
    bindFields();
    bindMounts();
    commandHolder.getChildren().add(new CommandBox(kit, clip, model.commandProperty()));
    check.setOnAction(event -> model.check());
    stopContainer.setOnAction(event -> model.work().stop());
    bindWork();
    for (Observable typed : page.ssh().draft().all()) {
      typed.addListener((InvalidationListener) changed -> judge());
    }
    model.work().busy().addListener((o, before, now) -> judge());
    judge();
  }

  private void bindFields() {
    ContainerDraft draft = model.draft();
    here.setDisable(!model.computer().possible());
    Chosen.bind(wheres, draft.remoteProperty(), Map.of(here, false, there, true));
    Chosen.bind(
        engines,
        draft.engineProperty(),
        Map.of(docker, ContainerEngine.DOCKER, podman, ContainerEngine.PODMAN));
    Chosen.bind(
        gpuChoices,
        draft.gpusProperty(),
        Map.of(allGpus, Gpus.ALL, noGpus, Gpus.NONE, someGpus, Gpus.SOME));
    image.setItems(model.offers().images());
    image.setPromptText(texts.get("target.image.prompt"));
    image.getEditor().textProperty().bindBidirectional(draft.imageProperty());
    imageWords.textProperty().bind(model.offers().wordsProperty());
    containerName.textProperty().bindBidirectional(draft.nameProperty());
    gpuNumbers.textProperty().bindBidirectional(draft.gpuNumbersProperty());
    gpuNumbers.visibleProperty().bind(draft.gpusProperty().isEqualTo(Gpus.SOME));
    hostNetwork.selectedProperty().bindBidirectional(draft.hostNetworkProperty());
    keeps.selectedProperty().bindBidirectional(draft.keepsProperty());
    keptImage.textProperty().bindBidirectional(draft.keptImageProperty());
    keptImage.visibleProperty().bind(draft.keepsProperty());
    removes.selectedProperty().bindBidirectional(draft.removesProperty());
  }

  private void bindMounts() {
    model
        .draft()
        .mounts()
        .addListener(
            (ListChangeListener<MountDraft>)
                change -> {
                  while (change.next()) {
                    // typing in a row is no reason to make it anew
                    if (!change.wasUpdated()) {
                      showMounts();
                    }
                  }
                });
    model.draft().remoteProperty().addListener((o, before, now) -> showMounts());
    showMounts();
  }

  private void showMounts() {
    List<MountDraft> all = model.draft().mounts();
    mounts
        .getChildren()
        .setAll(
            all.stream()
                .map(
                    mount -> {
                      MountRow row = new MountRow(mount, texts, pickers, () -> all.remove(mount));
                      row.offersPicker(!model.draft().remoteProperty().get());
                      return row;
                    })
                .toList());
    Rows.visible(mounts, !all.isEmpty());
  }

  private void bindWork() {
    ContainerWork work = model.work();
    work.stages().rows().forEach(row -> layingStages.getChildren().add(new StageLine(row, texts)));
    pullWords.textProperty().bind(work.stages().activity().wordsProperty());
    pullProgress.progressProperty().bind(work.stages().activity().fractionProperty());
    pulling.visibleProperty().bind(pullWords.textProperty().isNotEmpty());
    pulling.managedProperty().bind(pulling.visibleProperty());
    layingNote.textProperty().bind(work.noteProperty());
    Rows.bind(hostVerdicts, work.verdicts(), verdict -> new VerdictRow(verdict, texts));
    hostVerdicts.visibleProperty().bind(Bindings.isNotEmpty(work.verdicts()));
    hostVerdicts.managedProperty().bind(hostVerdicts.visibleProperty());
    work.problems()
        .addListener(
            (InvalidationListener) changed -> containerProblem.show(texts, work.problems()));
  }

  private void judge() {
    Map<Field, String> faults = model.form().faults();
    imageFault.setText(faults.getOrDefault(Field.IMAGE, ""));
    nameFault.setText(faults.getOrDefault(Field.NAME, ""));
    gpusFault.setText(faults.getOrDefault(Field.GPUS, ""));
    mountsFault.setText(faults.getOrDefault(Field.MOUNTS, ""));
    keptFault.setText(faults.getOrDefault(Field.KEPT_IMAGE, ""));
    boolean busy = model.work().busy().get();
    for (Node part : new Node[] {fields, here.getParent(), sshSlot}) {
      part.setDisable(busy);
    }
    check.setDisable(!model.form().obstacle().isEmpty());
    Rows.visible(check, !busy);
    Rows.visible(stopContainer, busy);
    Rows.visible(layingStages, !model.work().idle());
    if (!model.work().idle()) {
      Reveal.endOf(layingStages);
    }
  }

  @FXML
  void addMount() {
    model.addMount();
  }
}
