package org.megatronsetup.wizard.flow;

import java.util.List;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;

/** Everything that was typed, on all pages, in one place: going back loses nothing. */
public final class Draft {
  private final TargetDraft target = new TargetDraft();
  private final ReleaseDraft release = new ReleaseDraft();
  private final SourcesDraft sources = new SourcesDraft();
  private final EnvironmentDraft environment = new EnvironmentDraft();

  public TargetDraft target() {
    return target;
  }

  public ReleaseDraft release() {
    return release;
  }

  public SourcesDraft sources() {
    return sources;
  }

  public EnvironmentDraft environment() {
    return environment;
  }

  public Credentials credentials() {
    return sources.credentials();
  }

  public Answers answers() {
    return new Answers(
        Answers.SCHEMA_VERSION,
        target.inForceProperty().get(),
        release.release(),
        List.copyOf(environment.extras()),
        List.copyOf(environment.requirements()),
        environment.environment(),
        environment.systemSteps(),
        environment.installerProperty().get(),
        sources.sources(),
        environment.jobs());
  }

  /**
   * Takes over answers that were given before, such as those of a run that is followed; not the
   * target, which another client may have called something else.
   */
  public void take(Answers answers) {
    release.take(answers.release());
    sources.take(answers.sources());
    environment.take(answers.environment());
    environment.extras().setAll(answers.extras());
    environment.requirements().setAll(answers.requirements());
    environment.installerProperty().set(answers.installer());
    environment.take(answers.systemSteps());
    environment.maxJobsProperty().set(answers.maxJobs().map(String::valueOf).orElse(""));
  }
}
