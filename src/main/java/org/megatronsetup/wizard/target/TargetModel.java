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
  private final RunOffers offering;
  private final Fetch<List<RunSummary>> runs;
  private final ObservableList<RunOffer> offers = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final Way way = new Way();
  private final ReadOnlyBooleanWrapper advancing = new ReadOnlyBooleanWrapper();
  private Consumer<String> follower = id -> {};

  /**
   * @param machines names of machines behind SSH that the person may mean
   * @param dismissQuestions closes what is asked of the person while a machine is called
   */
  public TargetModel(
      ThisComputer computer,
      Kit kit,
      TargetDraft draft,
      Supplier<List<String>> machines,
      Runnable dismissQuestions) {
    this.computer = computer;
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.ssh = new SshModel(kit, draft, machines, dismissQuestions);
    this.offering = new RunOffers(kit.texts(), kit.formats(), kit.clock());
    this.runs = new Fetch<>(kit.background());
    way.next(texts.get("button.next"));
    if (!computer.possible()) {
      draft.kindProperty().set(Kind.SSH);
    }
    advancing.bind(ssh.testing().stateProperty().isEqualTo(Fetch.State.LOADING));
    for (Observable typed : draft.all()) {
      typed.addListener(
          (InvalidationListener)
              changed -> {
                ssh.changed();
                judge();
              });
    }
    draft.kindProperty().addListener((o, before, now) -> offer());
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
    if (ssh.testing().is(Fetch.State.LOADING)) {
      way.hint(texts.get("target.hint.calling", draft.hostProperty().get().strip()));
    } else if (draft.kindProperty().get() == Kind.SSH) {
      way.judge(ssh.form().obstacle());
    } else {
      way.judge(computer.possible() ? "" : texts.get("target.hint.not-here"));
    }
  }

  /** The machine whose runs can be read, and whose pages can follow. */
  private Optional<Target> known() {
    if (draft.kindProperty().get() == Kind.SSH) {
      return ssh.tested();
    }
    return computer.possible() ? Optional.of(new Target.Local()) : Optional.empty();
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
      ssh.test(() -> advance(go));
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
