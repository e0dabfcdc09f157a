package org.megatronsetup.wizard.review;

import java.util.Arrays;
import java.util.Optional;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** The start of a run; first its wheels are brought, as far as they are not there yet. */
final class StartModel {
  private final Kit kit;
  private final Findings findings;
  private final Fetch<String> fetch;
  private final BringModel bringing;
  private int attempt;

  StartModel(Kit kit, Findings findings) {
    this.kit = kit;
    this.findings = findings;
    this.fetch = new Fetch<>(kit.background());
    this.bringing = new BringModel(kit.texts(), kit.formats());
    fetch.stateProperty().addListener((o, before, now) -> bringing.clear());
  }

  /**
   * @param password for sudo, wiped whatever happens
   * @param go goes to where the run is watched
   */
  void start(Preparation preparation, Credentials credentials, char[] password, Runnable go) {
    int current = ++attempt;
    fetch.start(
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
          findings.runProperty().set(Optional.of(details(id, preparation)));
          go.run();
        });
  }

  private static RunDetails details(String id, Preparation preparation) {
    return new RunDetails(
        id,
        preparation.answers(),
        preparation.metadata(),
        preparation.plan(),
        preparation.facts().stateDir() + "/runs/" + id);
  }

  private void brought(int of, BringEvent event) {
    if (of == attempt && isUnderWay()) {
      bringing.show(event);
    }
  }

  /** Stops before anything was installed; what was brought stays there for the next time. */
  void stop() {
    fetch.reset();
  }

  boolean isUnderWay() {
    return fetch.is(Fetch.State.LOADING);
  }

  Fetch<String> fetch() {
    return fetch;
  }

  BringModel bringing() {
    return bringing;
  }
}
