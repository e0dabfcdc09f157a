package org.megatronsetup.wizard.environment;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerEnvironment;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Texts;

/** Where it is installed: a new environment or one that is there, and with which Python. */
final class PlaceModel {
  private final Texts texts;
  private final EnvironmentDraft draft;
  private final TargetDraft target;
  private final Findings findings;
  private final PythonRows weighing;
  private final ObservableList<PythonRow> makers = FXCollections.observableArrayList();
  private final ObservableList<PythonRow> existing = FXCollections.observableArrayList();
  private String proposedPath = "";
  private String proposedPython = "";
  private boolean proposedExisting;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  PlaceModel(Texts texts, EnvironmentDraft draft, TargetDraft target, Findings findings) {
    this.texts = texts;
    this.draft = draft;
    this.target = target;
    this.findings = findings;
    this.weighing = new PythonRows(texts);
  }

  /** Weighs the interpreters again; proposes a path where none was typed. */
  void refresh() {
    List<Facts.Python> pythons = findings.facts().map(Facts::pythons).orElse(List.of());
    Optional<String> needs = findings.metadataProperty().get().flatMap(m -> m.requiresPython());
    makers.setAll(weighing.makers(pythons, needs));
    existing.setAll(weighing.existing(pythons, needs));
    findings.facts().ifPresent(this::propose);
    boolean unknown =
        makers.stream()
            .noneMatch(row -> row.selectable() && row.path().equals(draft.pythonProperty().get()));
    if (unknown) {
      draft.pythonProperty().set("");
    }
  }

  /** A proposal that nobody touched follows the machine. */
  private void propose(Facts facts) {
    String path = draft.venvPathProperty().get();
    boolean pathIsOurs = path.isBlank() || path.equals(proposedPath);
    boolean existing = draft.existingProperty().get();
    boolean kindIsOurs =
        existing == proposedExisting
            && (existing
                ? draft.existingPythonProperty().get().equals(proposedPython)
                : pathIsOurs);
    if (pathIsOurs) {
      proposedPath = venvPath(facts);
      draft.venvPathProperty().set(proposedPath);
    }
    if (kindIsOurs) {
      proposedPython = interpreter().orElse("");
      proposedExisting = !proposedPython.isEmpty();
      if (proposedExisting || existing) {
        draft.existingPythonProperty().set(proposedPython);
      }
      draft.existingProperty().set(proposedExisting);
    }
  }

  private String venvPath(Facts facts) {
    return target.inForceProperty().get() instanceof Target.Container
        ? ContainerEnvironment.VENV
        : facts.user().home() + "/megatron-venv";
  }

  /** The interpreter of an image that brings one of its own for this. */
  private Optional<String> interpreter() {
    Optional<String> found = Optional.of(target.container().foundImageProperty().get());
    return target.inForceProperty().get() instanceof Target.Container container
            && ContainerEnvironment.of(container, found)
                instanceof Environment.Existing(String python)
        ? Optional.of(python)
        : Optional.empty();
  }

  /** What is wrong with what was typed; empty: nothing that can be seen from here. */
  String obstacle() {
    String found = "";
    if (draft.existingProperty().get()) {
      found = path(draft.existingPythonProperty().get(), "environment.hint.choose-existing");
    } else {
      found = path(draft.venvPathProperty().get(), "environment.hint.path");
    }
    // what is still to be typed is no mistake: only the footer asks for it
    boolean typed =
        !(draft.existingProperty().get()
                ? draft.existingPythonProperty()
                : draft.venvPathProperty())
            .get()
            .isBlank();
    problem.set(typed ? found : "");
    return found;
  }

  private String path(String typed, String emptyKey) {
    if (typed.isBlank()) {
      return texts.get(emptyKey);
    }
    return typed.strip().startsWith("/") ? "" : texts.get("environment.hint.absolute");
  }

  EnvironmentDraft draft() {
    return draft;
  }

  ObservableList<PythonRow> makers() {
    return makers;
  }

  ObservableList<PythonRow> existing() {
    return existing;
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
