package org.megatronsetup.wizard.environment;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.wizard.flow.EnvironmentDraft;
import org.megatronsetup.wizard.kit.Texts;

/** The extras that the chosen release itself declares. */
final class ExtrasModel {
  /**
   * One extra.
   *
   * @param requirements what it adds; empty: nothing
   */
  record Row(String name, List<String> requirements, BooleanProperty selected) {}

  private final Texts texts;
  private final EnvironmentDraft draft;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  ExtrasModel(Texts texts, EnvironmentDraft draft) {
    this.texts = texts;
    this.draft = draft;
    draft.extras().addListener((InvalidationListener) changed -> rows.forEach(this::agree));
  }

  /** An extra may be chosen elsewhere, such as for a check that misses it. */
  private void agree(Row row) {
    row.selected().set(draft.extras().contains(row.name()));
  }

  /** Shows what the release has; a chosen extra that it lacks is dropped, and that is said. */
  void show(ReleaseMetadata metadata) {
    List<String> dropped = new ArrayList<>(draft.extras());
    dropped.removeAll(metadata.extras().keySet());
    draft.extras().removeAll(dropped);
    note.set(
        dropped.isEmpty()
            ? ""
            : texts.get("environment.extras.dropped", String.join(", ", dropped)));
    List<Row> shown = new ArrayList<>();
    metadata.extras().forEach((name, requirements) -> shown.add(row(name, requirements)));
    rows.setAll(shown);
  }

  private Row row(String name, List<String> requirements) {
    BooleanProperty selected = new SimpleBooleanProperty(draft.extras().contains(name));
    selected.addListener(
        (o, before, now) -> {
          if (now && !draft.extras().contains(name)) {
            draft.extras().add(name);
          } else if (!now) {
            draft.extras().remove(name);
          }
        });
    return new Row(name, requirements, selected);
  }

  ObservableList<Row> rows() {
    return rows;
  }

  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
