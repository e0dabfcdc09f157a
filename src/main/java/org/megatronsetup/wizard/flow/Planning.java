package org.megatronsetup.wizard.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.wizard.kit.Background;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** Makes the plan for what is typed now, and knows whether the plan at hand still is that one. */
public final class Planning {
  /** After the last keystroke, before a plan is made for a forecast. */
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final Kit kit;
  private final Draft draft;
  private final Findings findings;
  private final Fetch<Preparation> fetch;
  private Background.Work pause = Background.Work.NONE;
  private Optional<Answers> plannedFor = Optional.empty();
  private Runnable then = () -> {};

  public Planning(Kit kit, Draft draft, Findings findings) {
    this.kit = kit;
    this.draft = draft;
    this.findings = findings;
    this.fetch = new Fetch<>(kit.background());
    fetch
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              if (now == Fetch.State.FAILED) {
                findings.problemsAre(List.copyOf(fetch.problems()));
              }
            });
  }

  public Fetch<Preparation> fetch() {
    return fetch;
  }

  /** Whether the plan at hand is the plan for what is typed now. */
  public boolean fresh() {
    return fetch.is(Fetch.State.READY) && plannedFor.equals(Optional.of(draft.answers()));
  }

  /** Makes the plan, unless it is there, and goes on; problems are in the findings. */
  public void now(Runnable next) {
    pause.cancel();
    if (fresh()) {
      next.run();
      return;
    }
    Answers answers = draft.answers();
    if (fetch.is(Fetch.State.LOADING) && plannedFor.equals(Optional.of(answers))) {
      then = next;
      return;
    }
    Credentials credentials = draft.credentials();
    plannedFor = Optional.of(answers);
    then = next;
    fetch.start(
        () -> kit.engine().get().prepare(answers, credentials),
        prepared -> {
          findings.problemsAre(List.of());
          findings.preparationProperty().set(Optional.of(prepared));
          findings.factsProperty().set(Optional.of(prepared.facts()));
          findings.metadataProperty().set(Optional.of(prepared.metadata()));
          then.run();
        });
  }

  /** Makes the plan once nothing was typed for a moment. */
  public void soon() {
    pause.cancel();
    if (!fresh()) {
      pause = kit.background().later(PAUSE, () -> now(() -> {}));
    }
  }

  /** The plan at hand was carried out, or its machine is another by now. */
  public void forget() {
    plannedFor = Optional.empty();
  }

  /** Makes the plan anew even if nothing was changed. */
  public void again(Runnable next) {
    forget();
    now(next);
  }

  public void cancel() {
    pause.cancel();
    fetch.cancel();
    then = () -> {};
  }
}
