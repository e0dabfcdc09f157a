package org.megatronsetup.wizard.install;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.megatronsetup.model.RunState;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** How a run ended; for one that failed, also why, once that is known. */
final class OutcomeModel {
  private final Kit kit;
  private final Fetch<RunOutcome> diagnosing;
  private final ReadOnlyObjectWrapper<Optional<RunOutcome>> outcome =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  OutcomeModel(Kit kit) {
    this.kit = kit;
    this.diagnosing = new Fetch<>(kit.background());
  }

  ReadOnlyObjectProperty<Optional<RunOutcome>> property() {
    return outcome.getReadOnlyProperty();
  }

  /** It runs, perhaps again. */
  void forget() {
    diagnosing.cancel();
    outcome.set(Optional.empty());
  }

  /**
   * Shows it at once, and looks for the cause of a failure beside that.
   *
   * @param failedStep its title; empty: none failed
   * @return what to say in a few words
   */
  String ended(String runId, RunState end, String failedStep) {
    RunOutcome plain = RunOutcome.of(end, failedStep, kit.texts());
    outcome.set(Optional.of(plain));
    if (end instanceof RunState.Failed(String step, int status)) {
      diagnosing.start(
          () -> {
            var found = kit.engine().get().diagnose(runId, step);
            return plain.diagnosed(found.cause(), found.remedies(), found.excerpt());
          },
          diagnosed -> outcome.set(Optional.of(diagnosed)));
    }
    return plain.headline();
  }
}
