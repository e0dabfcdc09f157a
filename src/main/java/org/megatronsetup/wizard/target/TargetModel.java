package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Engine;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Which machine, and whether a run there waits to be looked at. */
public final class TargetModel implements PageModel {
  private final ThisComputer computer;
  private final Engine engine;
  private final RunOffers offering;
  private final Fetch<List<RunSummary>> runs;
  private final ObservableList<RunOffer> offers = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final Way way = new Way();
  private Consumer<String> follower = id -> {};

  public TargetModel(ThisComputer computer, Kit kit) {
    this.computer = computer;
    this.engine = kit.engine();
    this.offering = new RunOffers(kit.texts(), kit.formats(), kit.clock());
    this.runs = new Fetch<>(kit.background());
    Texts texts = kit.texts();
    way.ready(computer.possible());
    way.hint(computer.possible() ? "" : texts.get("target.hint.not-here"));
    way.next(texts.get("button.next"));
  }

  /** Who is told when a run is to be followed. */
  public void onFollow(Consumer<String> listener) {
    this.follower = listener;
  }

  ThisComputer computer() {
    return computer;
  }

  ObservableList<RunOffer> offers() {
    return offers;
  }

  /** What stands in the way of following a run. */
  ObservableList<Problem> problems() {
    return problems;
  }

  /** Hears that a run could not be opened. */
  public void couldNotFollow(List<Problem> found) {
    problems.setAll(found);
  }

  void follow(RunOffer offer) {
    problems.clear();
    follower.accept(offer.id());
  }

  @Override
  public void enter() {
    if (computer.possible()) {
      // A list that cannot be read is no reason to stop here: the preflight will say what is wrong.
      runs.start(() -> engine.get().runs(), found -> offers.setAll(offering.of(found)));
    }
  }

  @Override
  public void leave() {
    runs.cancel();
  }

  @Override
  public Way way() {
    return way;
  }
}
