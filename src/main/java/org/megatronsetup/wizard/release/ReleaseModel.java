package org.megatronsetup.wizard.release;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.ReleaseDraft.Channel;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Which release; the two ways to find one are models of their own. */
public final class ReleaseModel implements PageModel {
  private final Texts texts;
  private final Draft draft;
  private final VersionsModel versions;
  private final CommitModel commit;
  private final BooleanProperty stale = new SimpleBooleanProperty();
  private final Way way = new Way();

  public ReleaseModel(Kit kit, Draft draft, Findings findings) {
    this.texts = kit.texts();
    this.draft = draft;
    this.versions = new VersionsModel(kit, draft, findings);
    this.commit = new CommitModel(kit, draft, findings);
    way.next(texts.get("button.next"));
    for (Observable source : draft.sources().all()) {
      source.addListener(
          (InvalidationListener)
              changed -> {
                stale.set(true);
                commit.forget();
              });
    }
    draft.target().inForceProperty().addListener(changed -> forget());
    draft.release().channelProperty().addListener((o, before, now) -> loadIfNeeded());
    InvalidationListener judge = changed -> judge();
    stale.addListener(judge);
    draft.release().channelProperty().addListener(judge);
    draft.release().hashProperty().addListener(judge);
    draft.release().refProperty().addListener(judge);
    versions.chosenProperty().addListener(judge);
    versions.fetch().stateProperty().addListener(judge);
    commit.resolving().stateProperty().addListener(judge);
    judge();
  }

  @Override
  public void enter() {
    loadIfNeeded();
  }

  @Override
  public void leave() {
    versions.fetch().cancel();
    commit.refs().cancel();
    commit.resolving().cancel();
  }

  /** Loads what the channel shows, from the sources as they are typed now. */
  void reload() {
    forget();
    loadIfNeeded();
  }

  private void forget() {
    stale.set(false);
    versions.fetch().reset();
    commit.refs().reset();
    commit.forget();
  }

  private void loadIfNeeded() {
    if (channel() == Channel.COMMIT) {
      if (needed(commit.refs())) {
        commit.load();
      }
    } else if (needed(versions.fetch())) {
      versions.load();
    }
  }

  private static boolean needed(Fetch<?> fetch) {
    return fetch.is(Fetch.State.IDLE);
  }

  private Channel channel() {
    return draft.release().channelProperty().get();
  }

  private void judge() {
    String why = obstacle();
    way.judge(why);
  }

  private String obstacle() {
    if (channel() == Channel.COMMIT) {
      return commit.resolved() ? "" : texts.get("release.hint.resolve");
    }
    if (stale.get()) {
      return texts.get("release.hint.stale");
    }
    if (versions.fetch().is(Fetch.State.LOADING)) {
      return texts.get("release.hint.loading");
    }
    return versions
        .chosenProperty()
        .get()
        .map(row -> row.yanked() ? texts.get("release.hint.yanked") : "")
        .orElse(texts.get("release.hint.choose"));
  }

  VersionsModel versions() {
    return versions;
  }

  CommitModel commit() {
    return commit;
  }

  Draft draft() {
    return draft;
  }

  /** Whether what is shown came from other sources than those typed now. */
  BooleanProperty staleProperty() {
    return stale;
  }

  @Override
  public Way way() {
    return way;
  }
}
