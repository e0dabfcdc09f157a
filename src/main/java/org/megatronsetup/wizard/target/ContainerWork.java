package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.KeptLayers;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** Looks at a container's host, and has the container made; one container at a time. */
final class ContainerWork {
  private final Kit kit;
  private final Consumer<Groundwork> onFound;
  private final LayingStages stages;
  private final Fetch<Groundwork> looking;
  private final Fetch<Boolean> laying;
  private final Fetch<Boolean> stopping;
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ObservableList<Verdict> verdicts = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final BooleanBinding busy;
  private Optional<Target.Container> subject = Optional.empty();
  private Optional<LayingFeed> feed = Optional.empty();
  private final ReadOnlyBooleanWrapper laid = new ReadOnlyBooleanWrapper();

  /** Whether what was found may be acted upon; once something was tried it may be different. */
  private boolean fresh;

  /**
   * @param onFound hears what was found
   */
  ContainerWork(Kit kit, Consumer<Groundwork> onFound) {
    this.kit = kit;
    this.onFound = onFound;
    this.stages = new LayingStages(kit.texts(), kit.formats());
    this.looking = new Fetch<>(kit.background());
    this.laying = new Fetch<>(kit.background());
    this.stopping = new Fetch<>(kit.background());
    onFailure(looking);
    onFailure(laying);
    onFailure(stopping);
    busy =
        Bindings.createBooleanBinding(
            () -> isBusy(looking) || isBusy(laying) || isBusy(stopping),
            looking.stateProperty(),
            laying.stateProperty(),
            stopping.stateProperty());
  }

  private static boolean isBusy(Fetch<?> fetch) {
    return fetch.is(Fetch.State.LOADING);
  }

  private void onFailure(Fetch<?> fetch) {
    fetch
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now == Fetch.State.FAILED) {
                closeFeed();
                stages.failed();
                note.set("");
                fresh = false;
                problems.setAll(fetch.problems());
              }
            });
  }

  private ContainerHost host(Target.Container wanted) throws InterruptedException {
    return kit.engine().use(wanted).containerHost().orElseThrow();
  }

  /** Looks; goes on if nothing stands in the way. */
  void look(Target.Container wanted, Runnable then) {
    forget();
    subject = Optional.of(wanted);
    stages.looking();
    looking.start(
        () -> host(wanted).look(),
        found -> {
          stages.looked(wanted, found);
          verdicts.setAll(found.verdicts());
          problems.setAll(found.problems());
          fresh = found.problems().isEmpty();
          onFound.accept(found);
          laid.set(found.laid());
          if (fresh) {
            then.run();
          }
        });
  }

  /** Has the container made as far as it is not there, then goes on. */
  void start(Target.Container wanted, Runnable go) {
    if (runs(wanted)) {
      go.run();
    } else if (fresh && isAbout(wanted)) {
      lay(wanted, looking.value().orElseThrow(), go);
    } else {
      look(wanted, () -> start(wanted, go));
    }
  }

  private void lay(Target.Container wanted, Groundwork found, Runnable go) {
    problems.clear();
    note.set("");
    LayingFeed now = new LayingFeed(kit.background(), stages, this::contact);
    feed = Optional.of(now);
    laying.start(
        () -> {
          host(wanted).lay(found, now::hear);
          return true;
        },
        done -> {
          closeFeed();
          stages.laid(wanted);
          note.set("");
          laid.set(true);
          // these said what would be done; it is done, and the stages say so
          verdicts.removeIf(verdict -> List.of("image", "container").contains(verdict.id()));
          go.run();
        });
  }

  private void contact(String lost) {
    note.set(lost.isEmpty() ? "" : kit.texts().get("target.laying.lost", lost));
  }

  private void closeFeed() {
    feed.ifPresent(LayingFeed::close);
    feed = Optional.empty();
  }

  /** Ends what goes on, on the host too. */
  void stop() {
    if (isBusy(looking)) {
      forget();
    } else if (isBusy(laying)) {
      Target.Container wanted = subject.orElseThrow();
      closeFeed();
      laying.reset();
      stages.stopped();
      fresh = false;
      note.set(kit.texts().get("target.laying.stopped", KeptLayers.of(wanted.engine())));
      stopping.start(
          () -> {
            host(wanted).stopLaying();
            return true;
          },
          done -> {});
    }
  }

  /** Another container: nothing that was found is true of it. */
  void forget() {
    closeFeed();
    looking.reset();
    laying.reset();
    stopping.reset();
    stages.reset();
    problems.clear();
    verdicts.clear();
    note.set("");
    subject = Optional.empty();
    laid.set(false);
    fresh = false;
  }

  boolean isAbout(Target target) {
    return subject.filter(target::equals).isPresent();
  }

  boolean runs(Target target) {
    return laid.get() && isAbout(target);
  }

  /** Whether the container that this is about runs. */
  ReadOnlyBooleanProperty laidProperty() {
    return laid.getReadOnlyProperty();
  }

  /** Whether nothing is known, nor about to be. */
  boolean idle() {
    return subject.isEmpty();
  }

  Fetch<Groundwork> looking() {
    return looking;
  }

  Fetch<Boolean> laying() {
    return laying;
  }

  Fetch<Boolean> stopping() {
    return stopping;
  }

  LayingStages stages() {
    return stages;
  }

  BooleanBinding busy() {
    return busy;
  }

  ObservableList<Problem> problems() {
    return problems;
  }

  ObservableList<Verdict> verdicts() {
    return verdicts;
  }

  /** That contact is lost, or that it was stopped; empty: nothing of the kind. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }
}
