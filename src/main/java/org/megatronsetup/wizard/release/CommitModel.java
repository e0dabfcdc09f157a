package org.megatronsetup.wizard.release;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** A branch, tag or hash that becomes a full hash before anything runs. */
final class CommitModel {
  private final Kit kit;
  private final Draft draft;
  private final Findings findings;
  private final Fetch<List<GitRef>> refs;
  private final Fetch<ReleaseMetadata> resolving;
  private final ObservableList<GitRef> suggestions = FXCollections.observableArrayList();

  CommitModel(Kit kit, Draft draft, Findings findings) {
    this.kit = kit;
    this.draft = draft;
    this.findings = findings;
    this.refs = new Fetch<>(kit.background());
    this.resolving = new Fetch<>(kit.background());
    draft
        .release()
        .refProperty()
        .addListener(
            (o, before, now) -> {
              forget();
              suggest();
            });
  }

  void load() {
    Sources sources = draft.sources().sources();
    Credentials credentials = draft.credentials();
    suggestions.clear();
    refs.start(() -> kit.engine().get().refs(sources, credentials), found -> suggest());
  }

  private void suggest() {
    String typed = draft.release().refProperty().get().strip();
    List<GitRef> all = refs.value().orElse(List.of());
    boolean whole = all.stream().anyMatch(ref -> ref.name().equals(typed));
    suggestions.setAll(all.stream().filter(ref -> whole || ref.name().contains(typed)).toList());
  }

  /** Asks what the typed ref is; the answer is shown before one can go on. */
  void resolve() {
    String typed = draft.release().refProperty().get().strip();
    if (typed.isEmpty()) {
      return;
    }
    Sources sources = draft.sources().sources();
    Credentials credentials = draft.credentials();
    Optional<Facts> facts = findings.facts();
    resolving.start(
        () -> {
          Facts known =
              facts.isPresent() ? facts.get() : kit.engine().get().probe(List.of(), List.of());
          return kit.engine()
              .get()
              .metadata(new Release.Commit(typed), sources, credentials, known, Optional.empty());
        },
        found -> draft.release().hashProperty().set(found.commit().orElse("")));
  }

  void choose(GitRef ref) {
    draft.release().refProperty().set(ref.name());
    resolve();
  }

  /** What was resolved no longer belongs to what is typed. */
  void forget() {
    resolving.reset();
    draft.release().hashProperty().set("");
  }

  boolean resolved() {
    return !draft.release().hashProperty().get().isEmpty();
  }

  Fetch<List<GitRef>> refs() {
    return refs;
  }

  Fetch<ReleaseMetadata> resolving() {
    return resolving;
  }

  ObservableList<GitRef> suggestions() {
    return suggestions;
  }
}
