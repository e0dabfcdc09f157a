package org.megatronsetup.wizard.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Version;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.ReleaseDraft.Channel;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** The versions of the index in force, for the channel that is shown. */
final class VersionsModel {
  private final Kit kit;
  private final Draft draft;
  private final Findings findings;
  private final Fetch<List<Version>> fetch;
  private final ObservableList<VersionRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<VersionRow>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  VersionsModel(Kit kit, Draft draft, Findings findings) {
    this.kit = kit;
    this.draft = draft;
    this.findings = findings;
    this.fetch = new Fetch<>(kit.background());
    draft.release().channelProperty().addListener((o, before, now) -> show());
    draft.release().stableProperty().addListener((o, before, now) -> choose());
    draft.release().preReleaseProperty().addListener((o, before, now) -> choose());
  }

  void load() {
    Sources sources = draft.sources().sources();
    Credentials credentials = draft.credentials();
    Optional<Facts> facts = findings.facts();
    rows.clear();
    chosen.set(Optional.empty());
    fetch.start(
        () -> {
          Facts known =
              facts.isPresent() ? facts.get() : kit.engine().get().probe(List.of(), List.of());
          return kit.engine().get().versions(sources, credentials, known);
        },
        versions -> show());
  }

  /** Shows the versions of the channel; keeps the choice where it still is one. */
  private void show() {
    Channel channel = draft.release().channelProperty().get();
    if (channel == Channel.COMMIT || !fetch.is(Fetch.State.READY)) {
      return;
    }
    List<Facts.Python> pythons = findings.facts().map(Facts::pythons).orElse(List.of());
    List<VersionRow> shown = new ArrayList<>();
    boolean newestFound = false;
    for (Version version : fetch.value().orElse(List.of())) {
      if (version.preRelease() == (channel == Channel.PRE)) {
        boolean newest = !newestFound && version.yanked().isEmpty();
        newestFound |= newest;
        shown.add(new VersionRow(version, newest, VersionRow.fits(version, pythons)));
      }
    }
    rows.setAll(shown);
    StringProperty typed = typed();
    boolean there = shown.stream().anyMatch(row -> row.version().version().equals(typed.get()));
    if (!there) {
      typed.set(preferred(shown, pythons.isEmpty()).map(row -> row.version().version()).orElse(""));
    }
    choose();
  }

  /** The newest that an interpreter here can use, else simply the newest. */
  private static Optional<VersionRow> preferred(List<VersionRow> rows, boolean anyPython) {
    return rows.stream()
        .filter(row -> !row.yanked() && (anyPython || row.fits()))
        .findFirst()
        .or(() -> rows.stream().filter(VersionRow::newest).findFirst());
  }

  private void choose() {
    chosen.set(rows.stream().filter(r -> r.version().version().equals(typed().get())).findFirst());
  }

  void choose(VersionRow row) {
    typed().set(row.version().version());
  }

  private StringProperty typed() {
    return draft.release().channelProperty().get() == Channel.PRE
        ? draft.release().preReleaseProperty()
        : draft.release().stableProperty();
  }

  Fetch<List<Version>> fetch() {
    return fetch;
  }

  ObservableList<VersionRow> rows() {
    return rows;
  }

  ReadOnlyObjectProperty<Optional<VersionRow>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }
}
