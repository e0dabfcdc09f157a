package org.megatronsetup.wizard.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Json;
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
  private final Fetch<String> starting;
  private final BringModel bringing;
  private final Fetch<Path> saving;
  private final ObservableList<StepCard> cards = FXCollections.observableArrayList();
  private final ObservableList<String> notes = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper release = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper machine = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cost = new ReadOnlyStringWrapper("");
  private final Way way = new Way();
  private final ReadOnlyBooleanWrapper advancing = new ReadOnlyBooleanWrapper();
  private int attempt;

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
    this.starting = new Fetch<>(kit.background());
    this.bringing = new BringModel(texts, kit.formats());
    this.saving = new Fetch<>(kit.background());
    way.next(texts.get("review.next"));
    advancing.bind(starting.stateProperty().isEqualTo(Fetch.State.LOADING));
    starting
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              bringing.clear();
              judge();
            });
    InvalidationListener judge = changed -> judge();
    planning.fetch().stateProperty().addListener(judge);
    rootPassword.neededProperty().addListener(judge);
    rootPassword.givenProperty().addListener(judge);
  }

  @Override
  public void enter() {
    starting.reset();
    saving.reset();
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
    if (starting.is(Fetch.State.LOADING)) {
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
    Preparation preparation = findings.preparationProperty().get().orElseThrow();
    Credentials credentials = draft.credentials();
    char[] password = rootPassword.take();
    int current = ++attempt;
    starting.start(
        () -> {
          try {
            Setup setup = kit.engine().get();
            setup.bring(preparation, event -> kit.background().post(() -> brought(current, event)));
            return setup.start(preparation, credentials, password);
          } finally {
            Arrays.fill(password, '\0');
          }
        },
        id -> {
          findings
              .runProperty()
              .set(
                  Optional.of(
                      new RunDetails(
                          id,
                          preparation.answers(),
                          preparation.metadata(),
                          preparation.plan(),
                          preparation.facts().stateDir() + "/runs/" + id)));
          go.run();
        });
  }

  private void brought(int of, BringEvent event) {
    if (of == attempt && starting.is(Fetch.State.LOADING)) {
      bringing.show(event);
    }
  }

  /** Stops before anything was installed; what was brought stays there for the next time. */
  void stopStarting() {
    starting.reset();
  }

  String command() {
    return equivalentCommand.apply(draft.answers());
  }

  void save(Path file) {
    Answers answers = draft.answers();
    saving.start(() -> write(file, answers), saved -> {});
  }

  private Path write(Path file, Answers answers) {
    try {
      String json =
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answers) + "\n";
      return Files.writeString(file, json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw kit.problem("save", e, file.toString());
    }
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

  Fetch<String> starting() {
    return starting;
  }

  BringModel bringing() {
    return bringing;
  }

  Fetch<Path> saving() {
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
