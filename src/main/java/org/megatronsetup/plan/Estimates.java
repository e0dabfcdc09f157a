package org.megatronsetup.plan;

import org.megatronsetup.model.Step;
import org.megatronsetup.words.Words;

/** What steps cost: guesses, each with what it rests on. */
final class Estimates {
  private static final long TORCH_WITH_CUDA = 3_200_000_000L;
  private static final long TORCH_INSTALLED = 7_500_000_000L;
  private static final long BYTES_PER_SECOND = 12_000_000L;

  private final Request request;
  private final Interpreter python;
  private final BuildForecast forecast;

  Estimates(Request request, Interpreter python, BuildForecast forecast) {
    this.request = request;
    this.python = python;
    this.forecast = forecast;
  }

  Step.Estimate plain() {
    int building = request.isCommit() ? 60 : 0;
    if (python.torch().isPresent()) {
      return new Step.Estimate(
          15 + building, 20_000_000L, Words.of("plan.step.megatron-core.estimate.torch-there"));
    }
    if (ownSources()) {
      return new Step.Estimate(
          120 + building, 0, Words.of("plan.step.megatron-core.estimate.own-sources"));
    }
    return new Step.Estimate(
        (int) (TORCH_WITH_CUDA / BYTES_PER_SECOND) + 60 + building,
        TORCH_WITH_CUDA,
        Words.of("plan.step.megatron-core.estimate.torch"));
  }

  Step.Estimate complete() {
    int jobs = new BuildGovernor(request).jobs();
    int minutes = forecast.minutes(jobs);
    if (minutes == 0) {
      return new Step.Estimate(90, 600_000_000L, Words.of("plan.step.extras.estimate.ready-made"));
    }
    return new Step.Estimate(
        90 + minutes * 60, 1_500_000_000L, Words.count("plan.step.extras.estimate", jobs));
  }

  /** Bytes that the environment takes, counted low: only what surely does not fit is refused. */
  long leastSpace() {
    if (python.torch().isPresent()) {
      return 100_000_000L;
    }
    return ownSources() ? 500_000_000L : TORCH_INSTALLED;
  }

  /** Whether PyTorch may come in another, smaller build than the public index's. */
  private boolean ownSources() {
    return request.answers().sources().noIndex()
        || request.answers().sources().indexUrl().isPresent()
        || !request.answers().sources().extraIndexUrls().isEmpty()
        || !request.answers().sources().findLinks().isEmpty()
        || request.facts().pipConfig().indexUrl().isPresent()
        || !request.facts().pipConfig().extraIndexUrls().isEmpty()
        || !request.facts().pipConfig().findLinks().isEmpty()
        || request.facts().pipConfig().noIndex();
  }
}
