package org.megatronsetup.wizard.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.RootPassword;
import org.megatronsetup.wizard.kit.TargetWords;
import org.megatronsetup.wizard.kit.Texts;

/** The plan as it will run, and the start of it. */
public final class ReviewModel implements PageModel {
  private final Kit kit;
  private final Texts texts;
  private final Draft draft;
  private final Findings findings;
  private final Planning planning;
  private final Function<Answers, String> equivalentCommand;
  private final RootPassword rootPassword = new RootPassword();
  private final StartModel starting;
  private final SaveModel saving;
  private final ObservableList<StepCard> cards = FXCollections.observableArrayList();
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper release = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
  private final Way way = new Way();
  private final ReadOnlyBooleanWrapper advancing = new ReadOnlyBooleanWrapper();

  /**
   * @param equivalentCommand the command line that does the same as the answers
   */
  public ReviewModel(
      Kit kit,
      Draft draft,
      Findings findings,
      Planning planning,
      Function<Answers, String> equivalentCommand) {
    this.kit = kit;
    this.texts = kit.texts();
    this.draft = draft;
    this.findings = findings;
    this.planning = planning;
    this.equivalentCommand = equivalentCommand;
    this.starting = new StartModel(kit, findings);
    this.saving = new SaveModel(kit);
    way.next(texts.get("review.next"));
    advancing.bind(starting.fetch().stateProperty().isEqualTo(Fetch.State.LOADING));
    starting.fetch().stateProperty().addListener((o, before, now) -> judge());
    InvalidationListener judge = changed -> judge();
    planning.fetch().stateProperty().addListener(judge);
    rootPassword.neededProperty().addListener(judge);
    rootPassword.givenProperty().addListener(judge);
  }

  @Override
  public void enter() {
    starting.stop();
    saving.fetch().reset();
    if (planning.fresh()) {
      show();
    } else {
      replan();
    }
    judge();
  }

  void replan() {
    cards.clear();
    planning.again(this::show);
  }

  @Override
  public void leave() {
    planning.cancel();
    rootPassword.wipe();
  }

  private void show() {
    findings.preparationProperty().get().ifPresent(this::show);
  }

  private void show(Preparation preparation) {
    Plan plan = preparation.plan();
    List<StepCard> shown = new ArrayList<>();
    for (Step step : plan.steps()) {
      shown.add(
          new StepCard(
              shown.size() + 1,
              step.title(),
              step.why(),
              ShellText.render(step.commands()),
              step.needsRoot(),
              cost(step.estimate().seconds(), step.estimate().downloadBytes()),
              step.estimate().restsOn()));
    }
    cards.setAll(shown);
    notes.setAll(plan.notes());
    release.set(new ReleaseWords(texts).of(preparation));
    machine.set(new TargetWords(texts).of(preparation.answers().target()));
    place.set(plan.environmentRoot());
    cost.set(
        cost(
            plan.steps().stream().mapToLong(step -> step.estimate().seconds()).sum(),
            plan.steps().stream().mapToLong(step -> step.estimate().downloadBytes()).sum()));
    rootPassword.judge(plan, Optional.of(preparation.facts()));
    judge();
  }

  private String cost(long seconds, long bytes) {
    String time = kit.formats().roughly(seconds);
    return bytes <= 0 ? time : texts.get("review.cost", time, kit.formats().bytes(bytes));
  }

  private void judge() {
    if (starting.isUnderWay()) {
      way.hint(texts.get("review.hint.starting"));
      return;
    }
    String why = "";
    if (planning.fetch().is(Fetch.State.LOADING)) {
      why = texts.get("review.hint.planning");
    } else if (!planning.fresh()) {
      why = texts.get("review.hint.problems");
    } else if (rootPassword.neededProperty().get() && !rootPassword.givenProperty().get()) {
      why = texts.get("review.hint.password");
    }
    way.judge(why);
  }

  @Override
  public void advance(Runnable go) {
    starting.start(
        findings.preparationProperty().get().orElseThrow(),
        draft.credentials(),
        rootPassword.take(),
        go);
  }

  String command() {
    return equivalentCommand.apply(draft.answers());
  }

  void save(Path file) {
    saving.save(file, draft.answers());
  }

  ObservableList<Problem> problems() {
    return findings.problems();
  }

  Planning planning() {
    return planning;
  }

  RootPassword rootPassword() {
    return rootPassword;
  }

  StartModel starting() {
    return starting;
  }

  SaveModel saving() {
    return saving;
  }

  ObservableList<StepCard> cards() {
    return cards;
  }

  ObservableList<String> notes() {
    return notes;
  }

  ReadOnlyStringProperty releaseProperty() {
    return release.getReadOnlyProperty();
  }

  ReadOnlyStringProperty machineProperty() {
    return machine.getReadOnlyProperty();
  }

  ReadOnlyStringProperty placeProperty() {
    return place.getReadOnlyProperty();
  }

  ReadOnlyStringProperty costProperty() {
    return cost.getReadOnlyProperty();
  }

  @Override
  public Way way() {
    return way;
  }

  @Override
  public ObservableBooleanValue mayLeave() {
    return advancing.not();
  }

  @Override
  public ObservableBooleanValue advancing() {
    return advancing.getReadOnlyProperty();
  }
}
