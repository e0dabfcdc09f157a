package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog.Stage;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.TargetDraft.Kind;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Which machine, and whether a run there waits to be looked at. */
public final class TargetModel implements PageModel {
  private final ThisComputer computer;
  private final Kit kit;
  private final Texts texts;
  private final TargetDraft draft;
  private final SshModel ssh;
  private final ContainerModel container;
  private final RunOffers offering;
  private final Fetch<List<RunSummary>> runs;
  private final ObservableList<RunOffer> offers = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final Way way = new Way();
  private final ReadOnlyBooleanWrapper advancing = new ReadOnlyBooleanWrapper();
  private Consumer<String> follower = id -> {};

  /**
   * @param machines names of machines behind SSH that the person may mean
   * @param release that a container's image is to fit
   * @param dismissQuestions closes what is asked of the person while a machine is called
   */
  public TargetModel(
      ThisComputer computer,
      Kit kit,
      TargetDraft draft,
      Supplier<List<String>> machines,
      Supplier<Optional<Release>> release,
      Runnable dismissQuestions) {
    this.computer = computer;
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.ssh = new SshModel(kit, draft, machines, dismissQuestions);
    this.container = new ContainerModel(kit, draft, ssh, computer, release);
    this.offering = new RunOffers(kit.texts(), kit.formats(), kit.clock());
    this.runs = new Fetch<>(kit.background());
    if (!computer.possible()) {
      draft.kindProperty().set(Kind.SSH);
    }
    advancing.bind(
        ssh.testing().stateProperty().isEqualTo(Fetch.State.LOADING).or(container.work().busy()));
    for (Observable typed : draft.all()) {
      typed.addListener(
          (InvalidationListener)
              changed -> {
                ssh.changed();
                if (container.changed()) {
                  ssh.forget();
                  offer();
                }
                judge();
              });
    }
    draft
        .kindProperty()
        .addListener(
            (o, before, now) -> {
              container.suggest();
              offer();
            });
    container.work().busy().addListener((o, before, now) -> judge());
    container
        .work()
        .laidProperty()
        .addListener(
            (o, before, now) -> {
              judge();
              offer();
            });
    ssh.testing()
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              judge();
              offer();
            });
    judge();
  }

  /** Who is told when a run is to be followed. */
  public void onFollow(Consumer<String> listener) {
    this.follower = listener;
  }

  /** Hears how far the way to a machine is. */
  public void passed(Hop hop, Stage stage) {
    ssh.passed(hop, stage);
  }

  /** Hears what of the person's SSH configuration was not understood. */
  public void warned(String sentence) {
    ssh.warned(sentence);
  }

  private void judge() {
    Kind kind = draft.kindProperty().get();
    boolean toStart = kind == Kind.CONTAINER && container.running().isEmpty();
    way.next(texts.get(toStart ? "target.container.start" : "button.next"));
    if (ssh.testing().is(Fetch.State.LOADING)) {
      way.hint(texts.get("target.hint.calling", draft.hostProperty().get().strip()));
    } else if (container.work().busy().get()) {
      way.hint(container.doing());
    } else {
      way.judge(obstacle(kind));
    }
  }

  private String obstacle(Kind kind) {
    return switch (kind) {
      case LOCAL -> computer.possible() ? "" : texts.get("target.hint.not-here");
      case SSH -> ssh.form().obstacle();
      case CONTAINER -> container.form().obstacle();
    };
  }

  /** The machine whose runs can be read, and whose pages can follow. */
  private Optional<Target> known() {
    return switch (draft.kindProperty().get()) {
      case LOCAL -> computer.possible() ? Optional.of(new Target.Local()) : Optional.empty();
      case SSH -> ssh.tested();
      case CONTAINER -> container.running();
    };
  }

  /** Looks for runs that one may want to go back to. */
  private void offer() {
    runs.cancel();
    offers.clear();
    problems.clear();
    // A list that cannot be read is no reason to stop here: the preflight will say what is wrong.
    known()
        .ifPresent(
            target ->
                runs.start(
                    () -> kit.engine().use(target).runs(),
                    found -> offers.setAll(offering.of(found))));
  }

  void follow(RunOffer offer) {
    problems.clear();
    settle();
    follower.accept(offer.id());
  }

  /** Hears that a run could not be opened. */
  public void couldNotFollow(List<Problem> found) {
    problems.setAll(found);
  }

  private void settle() {
    known()
        .filter(target -> !target.equals(draft.inForceProperty().get()))
        .ifPresent(draft.inForceProperty()::set);
  }

  @Override
  public void enter() {
    ssh.suggest();
    container.suggest();
    offer();
  }

  @Override
  public void leave() {
    runs.cancel();
    ssh.stop();
  }

  @Override
  public void advance(Runnable go) {
    Optional<Target> known = known();
    if (known.isEmpty()) {
      if (draft.kindProperty().get() == Kind.CONTAINER) {
        container.start(() -> advance(go));
      } else {
        ssh.test(() -> advance(go));
      }
      return;
    }
    settle();
    runs.start(
        () -> {
          kit.engine().use(known.get());
          return List.<RunSummary>of();
        },
        used -> go.run());
  }

  ThisComputer computer() {
    return computer;
  }

  SshModel ssh() {
    return ssh;
  }

  ContainerModel container() {
    return container;
  }

  ObservableList<RunOffer> offers() {
    return offers;
  }

  /** What stands in the way of following a run. */
  ObservableList<Problem> problems() {
    return problems;
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
