package org.megatronsetup.wizard.environment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Where it goes and what goes in; its parts are models of their own. */
public final class EnvironmentModel implements PageModel {
  private record Asked(Target target, Release release, Sources sources) {}

  private final Kit kit;
  private final Texts texts;
  private final Draft draft;
  private final Findings findings;
  private final Planning planning;
  private final Fetch<ReleaseMetadata> metadata;
  private final PlaceModel place;
  private final ExtrasModel extras;
  private final RequirementsModel requirements;
  private final ToolsModel tools;
  private final Way way = new Way();
  private final ReadOnlyBooleanWrapper advancing = new ReadOnlyBooleanWrapper();
  private Optional<Asked> asked = Optional.empty();
  private boolean shown;

  public EnvironmentModel(Kit kit, Draft draft, Findings findings, Planning planning) {
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.findings = findings;
    this.planning = planning;
    this.metadata = new Fetch<>(kit.background());
    this.place = new PlaceModel(texts, draft.environment(), draft.target(), findings);
    this.extras = new ExtrasModel(texts, draft.environment());
    this.requirements = new RequirementsModel(texts, draft.environment());
    this.tools = new ToolsModel(texts, draft.environment(), findings);
    way.next(texts.get("button.next"));
    for (Observable typed : draft.environment().all()) {
      typed.addListener((InvalidationListener) changed -> changed());
    }
    metadata.stateProperty().addListener((o, before, now) -> judge());
    planning
        .fetch()
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now != Fetch.State.LOADING) {
                advancing.set(false);
              }
            });
  }

  @Override
  public void enter() {
    shown = true;
    place.refresh();
    tools.refresh();
    loadMetadata();
    judge();
  }

  @Override
  public void leave() {
    shown = false;
    metadata.cancel();
    planning.cancel();
    advancing.set(false);
  }

  /** Reads what the release says of itself, unless that is known. */
  void loadMetadata() {
    Answers answers = draft.answers();
    Asked now = new Asked(answers.target(), answers.release(), answers.sources());
    if (asked.equals(Optional.of(now)) && metadata.is(Fetch.State.READY)) {
      forecast();
      return;
    }
    asked = Optional.of(now);
    Credentials credentials = draft.credentials();
    Optional<Facts> facts = findings.facts();
    metadata.start(
        () -> {
          Facts known =
              facts.isPresent() ? facts.get() : kit.engine().get().probe(List.of(), List.of());
          return kit.engine()
              .get()
              .metadata(answers.release(), answers.sources(), credentials, known, Optional.empty());
        },
        found -> {
          findings.metadataProperty().set(Optional.of(found));
          place.refresh();
          extras.show(found);
          forecast();
        });
  }

  private void changed() {
    if (shown) {
      findings.problemsAre(List.of());
      advancing.set(false);
      judge();
      forecast();
    }
  }

  private void forecast() {
    if (shown && ready().get()) {
      planning.soon();
    }
  }

  private void judge() {
    String why =
        Stream.of(place.obstacle(), tools.obstacle())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(
                metadata.is(Fetch.State.READY)
                    ? ""
                    : texts.get(
                        metadata.is(Fetch.State.LOADING)
                            ? "environment.hint.loading"
                            : "environment.hint.metadata"));
    way.judge(why);
  }

  @Override
  public void advance(Runnable go) {
    if (!requirements.add()) {
      return;
    }
    advancing.set(true);
    planning.now(go);
  }

  Fetch<ReleaseMetadata> metadata() {
    return metadata;
  }

  TargetDraft targetDraft() {
    return draft.target();
  }

  Findings findings() {
    return findings;
  }

  Planning planning() {
    return planning;
  }

  PlaceModel place() {
    return place;
  }

  ExtrasModel extras() {
    return extras;
  }

  RequirementsModel requirements() {
    return requirements;
  }

  ToolsModel tools() {
    return tools;
  }

  @Override
  public Way way() {
    return way;
  }

  @Override
  public ObservableBooleanValue advancing() {
    return advancing.getReadOnlyProperty();
  }
}
