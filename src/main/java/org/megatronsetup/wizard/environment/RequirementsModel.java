package org.megatronsetup.wizard.environment;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.Requirement;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.kit.Texts;

/** Hand-picked requirements, each checked before it is taken. */
final class RequirementsModel {
  private final Texts texts;
  private final EnvironmentDraft draft;
  private final StringProperty entry = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  RequirementsModel(Texts texts, EnvironmentDraft draft) {
    this.texts = texts;
    this.draft = draft;
    entry.addListener((o, before, now) -> problem.set(""));
  }

  /** Takes what is typed into the list. Whether nothing is left that could not be taken. */
  boolean add() {
    String typed = entry.get().strip();
    if (typed.isEmpty()) {
      return true;
    }
    try {
      Requirement.parse(typed);
    } catch (PepException e) {
      problem.set(texts.get("environment.requirements.wrong", e.getMessage()));
      return false;
    }
    if (!draft.requirements().contains(typed)) {
      draft.requirements().add(typed);
    }
    entry.set("");
    return true;
  }

  void remove(String requirement) {
    draft.requirements().remove(requirement);
  }

  /** Puts a requirement back into the field, to be changed. */
  void edit(String requirement) {
    draft.requirements().remove(requirement);
    entry.set(requirement);
  }

  ObservableList<String> list() {
    return draft.requirements();
  }

  StringProperty entryProperty() {
    return entry;
  }

  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
