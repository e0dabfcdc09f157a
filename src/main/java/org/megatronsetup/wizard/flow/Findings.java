package org.megatronsetup.wizard.flow;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;

/** What was found out so far; each page adds what it learns and reads what it needs. */
public final class Findings {
  private final ObjectProperty<Optional<Facts>> facts =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<ReleaseMetadata>> metadata =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Preparation>> preparation =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<RunDetails>> run =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObservableList<Check> checks = FXCollections.observableArrayList();

  public ObjectProperty<Optional<Facts>> factsProperty() {
    return facts;
  }

  /** Of the release that is chosen now. */
  public ObjectProperty<Optional<ReleaseMetadata>> metadataProperty() {
    return metadata;
  }

  /** The latest plan, with the answers that it was made for. */
  public ObjectProperty<Optional<Preparation>> preparationProperty() {
    return preparation;
  }

  /** The run that is followed, or that was. */
  public ObjectProperty<Optional<RunDetails>> runProperty() {
    return run;
  }

  /** What the latest attempt to make a plan found wrong. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** Rows of the latest validation. */
  public ObservableList<Check> checks() {
    return checks;
  }

  public Optional<Facts> facts() {
    return facts.get();
  }

  /** The problem of one field of the answers, if there is one. */
  public Optional<Problem> problemOf(String field) {
    return problems.stream().filter(p -> p.field().startsWith(field)).findFirst();
  }

  /** Another machine: nothing that was found out is true of it. */
  public void forget() {
    run.set(Optional.empty());
    preparation.set(Optional.empty());
    metadata.set(Optional.empty());
    facts.set(Optional.empty());
    problems.clear();
    checks.clear();
  }

  public void problemsAre(List<Problem> found) {
    problems.setAll(found);
  }
}
