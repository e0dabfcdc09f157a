package org.megatronsetup.plan;

import java.util.List;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.words.Words;

/** The guide's chapter “Installing Cuda-toolkit”, for the one system that it is written for. */
final class CudaSteps {
  /** Where NVIDIA's packages put the toolkit of the guide. */
  static final String HOME = "/usr/local/cuda-12.8";

  private final Request request;
  private final PlanTexts texts;
  private final AptMirrors mirrors;

  CudaSteps(Request request, PlanTexts texts) {
    this.request = request;
    this.texts = texts;
    this.mirrors = new AptMirrors(request, texts);
  }

  boolean planned() {
    return request.answers().systemSteps().cuda() && request.onTheGuidesCudaSystem();
  }

  void check(List<Problem> problems) {
    if (request.answers().systemSteps().cuda() && !request.onTheGuidesCudaSystem()) {
      problems.add(
          Problem.preflight(
              "cuda-step-unknown-system",
              "systemSteps.cuda",
              Words.of(
                  "plan.cuda-step-unknown-system.sentence",
                  request.facts().os().prettyName(),
                  request.facts().os().arch()),
              Words.of("plan.cuda-step-unknown-system.cause"),
              Words.of("plan.cuda-step-unknown-system.next")));
    }
  }

  List<Step> steps() {
    if (!planned()) {
      return List.of();
    }
    return List.of(
        step(
            "cuda-tools",
            Words.of("plan.step.cuda-tools.title"),
            Words.of("plan.step.cuda-tools.why"),
            mirrors.ubuntu("cuda-tools.sh"),
            List.of(texts.fixed("cuda-tools-done.sh")),
            new Step.Estimate(60, 160_000_000L, Words.of("plan.step.estimate.apt"))),
        step(
            "cuda-repository",
            Words.of("plan.step.cuda-repository.title"),
            Words.of("plan.step.cuda-repository.why"),
            mirrors.cudaRepository(),
            mirrors.cudaRepositoryDone(),
            new Step.Estimate(20, 2_000_000L, Words.of("plan.step.cuda-repository.estimate"))),
        step(
            "cuda-toolkit",
            Words.of("plan.step.cuda-toolkit.title"),
            Words.of("plan.step.cuda-toolkit.why"),
            mirrors.ubuntu("cuda-toolkit.sh"),
            List.of(texts.fixed("cuda-toolkit-done.sh")),
            new Step.Estimate(600, 5_000_000_000L, Words.of("plan.step.cuda-toolkit.estimate"))));
  }

  private Step step(
      String id,
      String title,
      String why,
      List<Command> commands,
      List<Command> doneWhen,
      Step.Estimate estimate) {
    return new Step(
        id, title, why, StepEnvironment.forRoot(request, commands), true, doneWhen, estimate);
  }
}
