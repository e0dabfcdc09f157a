package org.megatronsetup.wizard.done;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerCommands;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** What becomes of a container once its install was validated: kept as an image, removed. */
final class ContainerEndModel {
  private static final String USUAL_IMAGE = "megatron-core:validated";

  private final Kit kit;
  private final TargetDraft target;
  private final Fetch<String> keeping;
  private final Fetch<Boolean> removing;
  private final ReadOnlyBooleanWrapper concerned = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper removed = new ReadOnlyBooleanWrapper();
  private final StringProperty image = new SimpleStringProperty(USUAL_IMAGE);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final BooleanBinding busy;

  /** Runs after which the wishes of the first page were seen to. */
  private final Set<String> seenTo = new HashSet<>();

  ContainerEndModel(Kit kit, TargetDraft target) {
    this.kit = kit;
    this.target = target;
    this.keeping = new Fetch<>(kit.background());
    this.removing = new Fetch<>(kit.background());
    onFailure(keeping);
    onFailure(removing);
    busy =
        Bindings.createBooleanBinding(
            () -> keeping.is(Fetch.State.LOADING) || removing.is(Fetch.State.LOADING),
            keeping.stateProperty(),
            removing.stateProperty());
  }

  private void onFailure(Fetch<?> fetch) {
    fetch
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now == Fetch.State.FAILED) {
                said.set("");
                problems.setAll(fetch.problems());
              }
            });
  }

  /**
   * The last page is shown: what was wished for is done, once.
   *
   * @param green whether the validation found nothing wrong
   */
  void enter(String runId, boolean green) {
    Optional<Target.Container> container = container();
    concerned.set(container.isPresent());
    if (container.isEmpty() || !seenTo.add(runId)) {
      return;
    }
    removed.set(false);
    problems.clear();
    said.set("");
    command.set("");
    Target.Container wished = container.get();
    wished.commitTo().ifPresent(image::set);
    boolean wishes = wished.commitTo().isPresent() || wished.removeAfter();
    if (wishes && !green) {
      said.set(kit.texts().get("done.container.left"));
    } else if (wished.commitTo().isPresent()) {
      keep(wished.removeAfter() ? this::remove : () -> {});
    } else if (wished.removeAfter()) {
      remove();
    }
  }

  private Optional<Target.Container> container() {
    return target.inForceProperty().get() instanceof Target.Container container
        ? Optional.of(container)
        : Optional.empty();
  }

  /** Keeps the container as the image that is typed. */
  void keep() {
    keep(() -> {});
  }

  private void keep(Runnable then) {
    String name = image.get().strip();
    problems.clear();
    said.set(kit.texts().get("done.container.keeping", name));
    keeping.start(
        () -> {
          host().commit(name);
          return name;
        },
        kept -> {
          said.set(kit.texts().get("done.container.kept", kept));
          then.run();
        });
  }

  /** Removes the container; asked about before. */
  void remove() {
    Target.Container gone = container().orElseThrow();
    problems.clear();
    said.set(kit.texts().get("done.container.removing", gone.name()));
    removing.start(
        () -> {
          host().remove();
          return true;
        },
        done -> {
          Optional<String> kept = keeping.value();
          said.set(
              kept.map(name -> kit.texts().get("done.container.removed.kept", gone.name(), name))
                  .orElseGet(() -> kit.texts().get("done.container.removed", gone.name())));
          command.set(kept.map(name -> ContainerCommands.preview(of(gone, name))).orElse(""));
          removed.set(true);
        });
  }

  private static Target.Container of(Target.Container before, String image) {
    return new Target.Container(
        before.host(),
        before.engine(),
        before.name(),
        Optional.of(image),
        before.gpus(),
        before.mounts(),
        before.hostNetwork(),
        Optional.empty(),
        false);
  }

  private ContainerHost host() throws InterruptedException {
    return kit.engine().get().containerHost().orElseThrow();
  }

  /** Whether the target is a container. */
  ReadOnlyBooleanProperty concernedProperty() {
    return concerned.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty removedProperty() {
    return removed.getReadOnlyProperty();
  }

  BooleanBinding busy() {
    return busy;
  }

  StringProperty imageProperty() {
    return image;
  }

  /** What goes on, or what was done; empty: nothing. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** What starts a container of the kept image, once the container is no more; may be empty. */
  ReadOnlyStringWrapper commandProperty() {
    return command;
  }

  ObservableList<Problem> problems() {
    return problems;
  }
}
