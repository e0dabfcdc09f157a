package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.validate.ValidationRequest;

/**
 * What a run directory says about its run, enough to follow it from any client.
 *
 * @param directory the run directory, an absolute path on the target
 */
public record RunDetails(
    String id, Answers answers, ReleaseMetadata metadata, Plan plan, String directory) {

  /**
   * What to validate after this run.
   *
   * @param only ids of the checks to run; empty: all
   */
  public ValidationRequest validation(List<String> only) {
    return new ValidationRequest(
        plan.python(),
        plan.expectedVersion(),
        metadata.commit(),
        only,
        ValidationRequest.Device.AUTO,
        Optional.empty());
  }
}
