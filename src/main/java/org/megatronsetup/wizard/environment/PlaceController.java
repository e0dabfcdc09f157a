package org.megatronsetup.wizard.environment;

import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds where it is installed. */
public final class PlaceController {
  private final EnvironmentModel page;
  private final PlaceModel model;
  private final Pickers pickers;
  private final Texts texts;

  @FXML private ToggleGroup kind;
  @FXML private RadioButton fresh;
  @FXML private RadioButton existing;
  @FXML private Node freshPart;
  @FXML private Node existingPart;
  @FXML private TextField venvPath;
  @FXML private Prose venvProblem;
  @FXML private PythonList makers;
  @FXML private TextField existingPath;
  @FXML private Prose existingProblem;
  @FXML private PythonList environments;
  @FXML private Button chooseFolderButton;
  @FXML private Button chooseInterpreterButton;

  public PlaceController(EnvironmentModel page, Pickers pickers, Texts texts) {
    this.page = page;
    this.model = page.place();
    this.pickers = pickers;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    EnvironmentDraft draft = model.draft();
    kind.selectedToggleProperty()
        .addListener((o, before, now) -> draft.existingProperty().set(existing.equals(now)));
    draft.existingProperty().addListener((o, before, now) -> show());
    venvPath.textProperty().bindBidirectional(draft.venvPathProperty());
    existingPath.textProperty().bindBidirectional(draft.existingPythonProperty());
    makers.connect(model.makers(), draft.pythonProperty());
    environments.connect(model.existing(), draft.existingPythonProperty());
    InvalidationListener problems = changed -> showProblems();
    model.problemProperty().addListener(problems);
    page.findings().problems().addListener(problems);
    page.targetDraft().inForceProperty().addListener(changed -> showPickers());
    showPickers();
    show();
    showProblems();
  }

  /** The system's dialogs show the files of this computer, which are of no use for another one. */
  private void showPickers() {
    boolean here = !page.targetDraft().remote();
    Rows.visible(chooseFolderButton, here);
    Rows.visible(chooseInterpreterButton, here);
  }

  private void show() {
    boolean useExisting = model.draft().existingProperty().get();
    kind.selectToggle(useExisting ? existing : fresh);
    Rows.visible(freshPart, !useExisting);
    Rows.visible(existingPart, useExisting);
    showProblems();
  }

  private void showProblems() {
    String text =
        page.findings()
            .problemOf("environment")
            .map(p -> texts.get("problem.inline", p.sentence(), p.nextStep()))
            .orElse(model.problemProperty().get());
    venvProblem.setText(text);
    existingProblem.setText(text);
  }

  @FXML
  void chooseFolder() {
    pickers
        .folder(texts.get("environment.path.pick"))
        .ifPresent(path -> model.draft().venvPathProperty().set(path.toString()));
  }

  @FXML
  void chooseInterpreter() {
    pickers
        .file(texts.get("environment.existing.pick"))
        .ifPresent(path -> model.draft().existingPythonProperty().set(path.toString()));
  }
}
