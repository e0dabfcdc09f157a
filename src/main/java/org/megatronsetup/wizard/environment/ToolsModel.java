package org.megatronsetup.wizard.environment;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Installer;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.kit.Texts;

/** With what it is installed, and what the system itself lacks. */
final class ToolsModel {
  private final Texts texts;
  private final EnvironmentDraft draft;
  private final Findings findings;
  private final BooleanProperty uvFound = new SimpleBooleanProperty();
  private final BooleanProperty pythonOffered = new SimpleBooleanProperty();
  private final BooleanProperty cudaOffered = new SimpleBooleanProperty();
  private final BooleanProperty pythonFits = new SimpleBooleanProperty();
  private final BooleanProperty cudaFits = new SimpleBooleanProperty();
  private final BooleanProperty deadsnakesUsed = new SimpleBooleanProperty();
  private final StringProperty installerNote = new SimpleStringProperty("");
  private final StringProperty jobsPrompt = new SimpleStringProperty("");
  private final StringProperty systemNote = new SimpleStringProperty("");

  ToolsModel(Texts texts, EnvironmentDraft draft, Findings findings) {
    this.texts = texts;
    this.draft = draft;
    this.findings = findings;
  }

  void refresh() {
    findings.facts().ifPresent(this::refresh);
  }

  private void refresh(Facts facts) {
    Optional<String> uv = facts.tools().uv();
    uvFound.set(uv.isPresent());
    installerNote.set(
        uv.map(path -> texts.get("environment.installer.uv-found", path))
            .orElse(texts.get("environment.installer.uv-missing")));
    if (uv.isEmpty() && draft.installerProperty().get() == Installer.UV) {
      draft.installerProperty().set(Installer.PIP);
    }
    jobsPrompt.set(texts.get("environment.jobs.prompt"));
    boolean ubuntu = facts.os().id().equals("ubuntu") && facts.tools().aptGet().isPresent();
    cudaFits.set(ubuntu && facts.os().versionId().equals("24.04"));
    deadsnakesUsed.set(ubuntu && facts.os().versionId().equals("22.04"));
    pythonFits.set(cudaFits.get() || deadsnakesUsed.get());
    pythonOffered.set(pythonMissing(facts.pythons()));
    cudaOffered.set(
        !facts.gpus().isEmpty()
            && (facts.cuda().toolkit().isEmpty()
                || facts.cuda().cudnn().isEmpty()
                || !facts.cuda().cutlass()));
    systemNote.set(note(facts));
    draft
        .systemPythonProperty()
        .set(draft.systemPythonProperty().get() && pythonOffered.get() && pythonFits.get());
    draft
        .systemCudaProperty()
        .set(draft.systemCudaProperty().get() && cudaOffered.get() && cudaFits.get());
  }

  /** Whether no interpreter of the system has all that a build needs. */
  private static boolean pythonMissing(List<Facts.Python> pythons) {
    return pythons.stream()
        .noneMatch(python -> python.venv() && python.headers() && python.pip().isPresent());
  }

  private String note(Facts facts) {
    if (!pythonOffered.get() && !cudaOffered.get()) {
      return texts.get("environment.system.nothing");
    }
    boolean all =
        (pythonFits.get() || !pythonOffered.get()) && (cudaFits.get() || !cudaOffered.get());
    return all ? "" : texts.get("environment.system.other", facts.os().prettyName());
  }

  /** What is wrong with the number of jobs; empty: nothing. */
  String obstacle() {
    boolean wrong = !draft.maxJobsProperty().get().isBlank() && jobs().isEmpty();
    return wrong ? texts.get("environment.jobs.wrong") : "";
  }

  private Optional<String> jobs() {
    return Optional.of(draft.maxJobsProperty().get().strip())
        .filter(text -> text.matches("[1-9][0-9]{0,3}"));
  }

  EnvironmentDraft draft() {
    return draft;
  }

  BooleanProperty uvFoundProperty() {
    return uvFound;
  }

  BooleanProperty pythonOfferedProperty() {
    return pythonOffered;
  }

  BooleanProperty cudaOfferedProperty() {
    return cudaOffered;
  }

  BooleanProperty pythonFitsProperty() {
    return pythonFits;
  }

  BooleanProperty cudaFitsProperty() {
    return cudaFits;
  }

  /** Whether this system takes Python from the deadsnakes repository. */
  BooleanProperty deadsnakesUsedProperty() {
    return deadsnakesUsed;
  }

  StringProperty installerNoteProperty() {
    return installerNote;
  }

  StringProperty jobsPromptProperty() {
    return jobsPrompt;
  }

  StringProperty systemNoteProperty() {
    return systemNote;
  }
}
