package org.megatronsetup.wizard.environment;

import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Installer;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Texts;

/** Binds with what it is installed, and what the system lacks. */
public final class ToolsController {
  private final EnvironmentModel page;
  private final ToolsModel model;
  private final Texts texts;

  @FXML private ToggleGroup installers;
  @FXML private ToggleButton pip;
  @FXML private ToggleButton uv;
  @FXML private Prose installerNote;
  @FXML private TextField maxJobs;
  @FXML private Prose jobsProblem;
  @FXML private CheckBox systemPython;
  @FXML private CheckBox systemCuda;
  @FXML private Prose systemNote;
  @FXML private VBox mirrors;
  @FXML private VBox cudaMirrors;
  @FXML private VBox deadsnakes;
  @FXML private TextField ubuntuMirror;
  @FXML private TextField cudaMirror;
  @FXML private TextField cudaKeyringSha256;
  @FXML private TextField deadsnakesMirror;
  @FXML private Prose systemProblem;

  public ToolsController(EnvironmentModel page, Texts texts) {
    this.page = page;
    this.model = page.tools();
    this.texts = texts;
  }

  @FXML
  void initialize() {
    EnvironmentDraft draft = model.draft();
    uv.disableProperty().bind(model.uvFoundProperty().not());
    installers
        .selectedToggleProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) {
                installers.selectToggle(before);
              } else {
                draft.installerProperty().set(uv.equals(now) ? Installer.UV : Installer.PIP);
              }
            });
    draft.installerProperty().addListener((o, before, now) -> mark(now));
    mark(draft.installerProperty().get());
    installerNote.textProperty().bind(model.installerNoteProperty());
    maxJobs.textProperty().bindBidirectional(draft.maxJobsProperty());
    maxJobs.promptTextProperty().bind(model.jobsPromptProperty());
    offer(
        systemPython,
        draft.systemPythonProperty(),
        model.pythonOfferedProperty(),
        model.pythonFitsProperty());
    offer(
        systemCuda,
        draft.systemCudaProperty(),
        model.cudaOfferedProperty(),
        model.cudaFitsProperty());
    mirrors(draft);
    systemNote.textProperty().bind(model.systemNoteProperty());
    InvalidationListener problems = changed -> showProblems();
    maxJobs.textProperty().addListener(problems);
    page.findings().problems().addListener(problems);
    showProblems();
  }

  private void mark(Installer installer) {
    // "auto" comes from answers given elsewhere; here it stands for uv where it was found
    boolean useUv =
        installer == Installer.UV || (installer == Installer.AUTO && model.uvFoundProperty().get());
    ToggleButton toggle = useUv ? uv : pip;
    if (!toggle.equals(installers.getSelectedToggle()) && installer != Installer.AUTO) {
      installers.selectToggle(toggle);
    }
  }

  private void offer(
      CheckBox box, BooleanProperty chosen, BooleanProperty offered, BooleanProperty fits) {
    box.selectedProperty().bindBidirectional(chosen);
    shown(box, offered);
    box.disableProperty().bind(fits.not());
  }

  /** Only where a step is chosen that would ask them. */
  private void mirrors(EnvironmentDraft draft) {
    ubuntuMirror.textProperty().bindBidirectional(draft.ubuntuMirrorProperty());
    cudaMirror.textProperty().bindBidirectional(draft.cudaMirrorProperty());
    cudaKeyringSha256.textProperty().bindBidirectional(draft.cudaKeyringSha256Property());
    deadsnakesMirror.textProperty().bindBidirectional(draft.deadsnakesMirrorProperty());
    shown(mirrors, draft.systemPythonProperty().or(draft.systemCudaProperty()));
    shown(cudaMirrors, draft.systemCudaProperty());
    shown(deadsnakes, draft.systemPythonProperty().and(model.deadsnakesUsedProperty()));
  }

  private static void shown(Node node, ObservableBooleanValue when) {
    node.visibleProperty().bind(when);
    node.managedProperty().bind(when);
  }

  private void showProblems() {
    jobsProblem.setText(said("maxJobs", model.obstacle()));
    systemProblem.setText(said("systemSteps", said("installer", "")));
  }

  private String said(String field, String otherwise) {
    return page.findings()
        .problemOf(field)
        .map(p -> texts.get("problem.inline", p.sentence(), p.nextStep()))
        .orElse(otherwise);
  }
}
