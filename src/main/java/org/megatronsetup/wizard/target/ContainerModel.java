package org.megatronsetup.wizard.target;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerCommands;
import org.megatronsetup.wizard.flow.ContainerDraft;
import org.megatronsetup.wizard.flow.MountDraft;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.TargetDraft.Kind;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** A container: what it is made of, and whether it can be had. */
final class ContainerModel {
  private final Kit kit;
  private final TargetDraft target;
  private final ContainerDraft draft;
  private final ContainerForm form;
  private final ImageOffers offers;
  private final ContainerWork work;
  private final ThisComputer computer;
  private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");

  /**
   * @param release that an image is to fit
   */
  ContainerModel(
      Kit kit,
      TargetDraft target,
      SshModel ssh,
      ThisComputer computer,
      Supplier<Optional<Release>> release) {
    this.kit = kit;
    this.target = target;
    this.draft = target.container();
    this.computer = computer;
    this.form = new ContainerForm(target, ssh.form(), computer.possible(), kit.texts());
    this.offers = new ImageOffers(kit, draft, release);
    this.work =
        new ContainerWork(kit, found -> draft.foundImageProperty().set(found.image().orElse("")));
    if (!computer.possible()) {
      draft.remoteProperty().set(true);
    }
    ssh.watch(work.looking(), this::overSsh, found -> found.facts().architecture());
    preview();
  }

  private boolean overSsh() {
    return target.kindProperty().get() == Kind.CONTAINER && target.overSsh();
  }

  /**
   * What was typed is another container than before, or another way to it.
   *
   * @return whether something that was known is known no more
   */
  boolean changed() {
    preview();
    boolean other = !work.idle() && typed().filter(work::isAbout).isEmpty();
    if (other) {
      work.forget();
    }
    return other;
  }

  private void preview() {
    command.set(ContainerCommands.preview(draft.on(new Target.Local())));
  }

  private Optional<Target.Container> typed() {
    return form.obstacle().isEmpty() && target.typed() instanceof Target.Container container
        ? Optional.of(container)
        : Optional.empty();
  }

  /** The container, if it runs and is the one that is typed now. */
  Optional<Target> running() {
    return typed().filter(work::runs).map(Target.class::cast);
  }

  void suggest() {
    if (target.kindProperty().get() == Kind.CONTAINER) {
      offers.ask();
    }
  }

  /** Looks at engine, image and container. */
  void check() {
    typed().ifPresent(wanted -> work.look(wanted, () -> {}));
  }

  /** Has the container made as far as it is not there, then goes on. */
  void start(Runnable go) {
    typed().ifPresent(wanted -> work.start(wanted, go));
  }

  /** What is said while something goes on. */
  String doing() {
    if (work.laying().is(Fetch.State.LOADING)) {
      return kit.texts().get("target.container.laying");
    }
    return kit.texts()
        .get(
            work.stopping().is(Fetch.State.LOADING)
                ? "target.container.stopping"
                : "target.container.looking");
  }

  void addMount() {
    draft.mounts().add(new MountDraft());
  }

  ContainerDraft draft() {
    return draft;
  }

  ContainerForm form() {
    return form;
  }

  ImageOffers offers() {
    return offers;
  }

  ContainerWork work() {
    return work;
  }

  ThisComputer computer() {
    return computer;
  }

  /** What will start the container, as it is typed now. */
  ReadOnlyStringProperty commandProperty() {
    return command.getReadOnlyProperty();
  }
}
