package org.megatronsetup.wizard.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Verdict.Level;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Looks at the target and weighs what it finds. */
public final class PreflightModel implements PageModel {
  record Found(Facts facts, List<Verdict> verdicts) {}

  private final Kit kit;
  private final Draft draft;
  private final Findings findings;
  private final Fetch<Found> fetch;
  private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final Way way = new Way();
  private Level worst = Level.READY;

  public PreflightModel(Kit kit, Draft draft, Findings findings) {
    this.kit = kit;
    this.draft = draft;
    this.findings = findings;
    this.fetch = new Fetch<>(kit.background());
    way.next(kit.texts().get("button.next"));
    draft
        .target()
        .inForceProperty()
        .addListener(
            changed -> {
              fetch.reset();
              verdicts.clear();
            });
  }

  @Override
  public void enter() {
    if (findings.facts().isEmpty() || verdicts.isEmpty()) {
      check();
    }
  }

  @Override
  public void leave() {
    fetch.cancel();
  }

  /** Looks again. */
  void check() {
    way.ready(false);
    way.hint("");
    List<String> paths = new ArrayList<>(draft.sources().sources().findLinks());
    Optional.of(draft.environment().venvPathProperty().get())
        .filter(path -> !path.isBlank())
        .ifPresent(paths::add);
    List<String> pythons =
        Optional.of(draft.environment().existingPythonProperty().get())
            .filter(path -> !path.isBlank())
            .stream()
            .toList();
    fetch.start(
        () -> {
          Setup setup = kit.engine().get();
          Facts facts = setup.probe(paths, pythons);
          return new Found(facts, setup.preflight(facts));
        },
        this::show);
  }

  private void show(Found found) {
    findings.factsProperty().set(Optional.of(found.facts()));
    verdicts.setAll(found.verdicts());
    Texts texts = kit.texts();
    int attention = count(Level.ATTENTION);
    int blocks = count(Level.BLOCKS);
    if (blocks > 0) {
      worst = Level.BLOCKS;
      summary.set(texts.count("preflight.summary.blocks", blocks));
    } else if (attention > 0) {
      worst = Level.ATTENTION;
      summary.set(texts.count("preflight.summary.attention", attention));
    } else {
      worst = Level.READY;
      summary.set(texts.get("preflight.summary.ready"));
    }
    way.hint(blocks > 0 ? texts.get("preflight.hint.blocks") : "");
    way.ready(blocks == 0);
  }

  private int count(Level level) {
    return (int) verdicts.stream().filter(v -> v.level() == level).count();
  }

  Fetch<Found> fetch() {
    return fetch;
  }

  ObservableList<Verdict> verdicts() {
    return verdicts;
  }

  ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  Level worst() {
    return worst;
  }

  @Override
  public Way way() {
    return way;
  }
}
