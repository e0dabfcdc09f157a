package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog.Stage;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.TargetDraft.Kind;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** A machine behind SSH: how one gets there, and whether one does. */
final class SshModel {
  /** What a connection showed that went all the way. */
  record Seen(Target target, Facts facts) {}

  private final Kit kit;
  private final Texts texts;
  private final TargetDraft draft;
  private final Supplier<List<String>> machines;
  private final SshForm form;
  private final Stages stages;
  private final Fetch<Seen> testing;
  private final Fetch<List<String>> suggesting;
  private final Runnable dismissQuestions;
  private final ReadOnlyObjectWrapper<Fetch.State> calling =
      new ReadOnlyObjectWrapper<>(Fetch.State.IDLE);
  private final ObservableList<String> suggestions = FXCollections.observableArrayList();
  private final ObservableList<String> warnings = FXCollections.observableArrayList();

  /**
   * @param machines names that the person may mean
   * @param dismissQuestions closes what is asked of the person: nobody waits for it any more
   */
  SshModel(Kit kit, TargetDraft draft, Supplier<List<String>> machines, Runnable dismissQuestions) {
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.machines = machines;
    this.form = new SshForm(draft, texts);
    this.stages = new Stages(texts);
    this.testing = new Fetch<>(kit.background());
    this.suggesting = new Fetch<>(kit.background());
    this.dismissQuestions = dismissQuestions;
    watch(testing, () -> draft.kindProperty().get() == Kind.SSH, seen -> words(seen.facts()));
  }

  /**
   * Tells of the way while something is asked of the machine.
   *
   * @param mine whether it is asked over this way just now
   * @param words what was found at its end
   */
  <T> void watch(Fetch<T> fetch, BooleanSupplier mine, Function<T, String> words) {
    fetch
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now != Fetch.State.LOADING) {
                dismissQuestions.run();
              }
              if (mine.getAsBoolean()) {
                show(now, () -> words.apply(fetch.value().orElseThrow()));
              }
            });
  }

  private void show(Fetch.State now, Supplier<String> found) {
    switch (now) {
      case LOADING -> {
        warnings.clear();
        stages.begin();
      }
      case READY -> stages.complete(found.get());
      case FAILED -> stages.failed();
      case IDLE -> stages.reset();
    }
    calling.set(now);
  }

  void suggest() {
    // without suggestions one types
    suggesting.start(machines::get, suggestions::setAll);
  }

  /** What was typed is another machine than before, or another way to it. */
  void changed() {
    if (!testing.is(Fetch.State.IDLE) && !tested().equals(typed())) {
      testing.reset();
      forget();
    }
  }

  /** What was heard of a way is not true of another one. */
  void forget() {
    stages.reset();
    warnings.clear();
    calling.set(Fetch.State.IDLE);
  }

  private Optional<Target> typed() {
    return form.obstacle().isEmpty() ? Optional.of(draft.typed()) : Optional.empty();
  }

  /** The target that a connection went all the way to, if it is the one that is typed now. */
  Optional<Target> tested() {
    return testing.is(Fetch.State.READY) ? testing.value().map(Seen::target) : Optional.empty();
  }

  /** Calls the machine and looks at it. */
  void test(Runnable then) {
    Target target = draft.typed();
    testing.start(
        () -> {
          Setup setup = kit.engine().use(target);
          return new Seen(target, setup.probe(List.of(), List.of()));
        },
        seen -> then.run());
  }

  private String words(Facts facts) {
    String system = facts.os().prettyName().isEmpty() ? facts.os().id() : facts.os().prettyName();
    int gpus = facts.gpus().size();
    return gpus == 0
        ? texts.get("target.stage.found", system, texts.get("target.stage.no-gpu"))
        : texts.get(
            "target.stage.found",
            system,
            texts.get("target.stage.gpus", gpus, facts.gpus().getFirst().name()));
  }

  void stop() {
    if (testing.is(Fetch.State.LOADING)) {
      testing.reset();
    }
  }

  /** Hears how far the way is; also while a run is followed, when nobody tests anything. */
  void passed(Hop hop, Stage stage) {
    if (calling.get() == Fetch.State.LOADING) {
      stages.passed(hop, stage);
    }
  }

  void warned(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  TargetDraft draft() {
    return draft;
  }

  SshForm form() {
    return form;
  }

  Stages stages() {
    return stages;
  }

  Fetch<Seen> testing() {
    return testing;
  }

  /** Where that stands which is asked of the machine, by a test or by something else. */
  ReadOnlyObjectProperty<Fetch.State> callingProperty() {
    return calling.getReadOnlyProperty();
  }

  ObservableList<String> suggestions() {
    return suggestions;
  }

  /** What of the person's SSH configuration was not understood. */
  ObservableList<String> warnings() {
    return warnings;
  }
}
