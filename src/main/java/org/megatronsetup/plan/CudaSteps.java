package org.megatronsetup.plan;

import java.util.List;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;

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
              "The CUDA toolkit cannot be installed on "
                  + request.facts().os().prettyName()
                  + " ("
                  + request.facts().os().arch()
                  + ") from here.",
              "The guide's commands are for Ubuntu 24.04 on x86_64, and this program does not guess"
                  + " for other systems.",
              "Install CUDA toolkit 12.8, cuDNN 9 and CUTLASS as NVIDIA describes for this system,"
                  + " and take this step out of the answers."));
    }
  }

  List<Step> steps() {
    if (!planned()) {
      return List.of();
    }
    return List.of(
        step(
            "cuda-tools",
            "Install download and build tools",
            "wget, curl, git, cmake and a compiler fetch and build what the next steps need.",
            mirrors.ubuntu("cuda-tools.sh"),
            List.of(texts.fixed("cuda-tools-done.sh")),
            new Step.Estimate(
                60, 160_000_000L, "The sizes that apt shows on a fresh Ubuntu 24.04.")),
        step(
            "cuda-repository",
            "Add NVIDIA's package repository",
            "Older CUDA repositories are removed so that they do not mix; then NVIDIA's keyring"
                + " tells apt where the toolkit is and how to verify it. The keyring itself must"
                + " have the checksum that is written here.",
            mirrors.cudaRepository(),
            mirrors.cudaRepositoryDone(),
            new Step.Estimate(20, 2_000_000L, "A small package.")),
        step(
            "cuda-toolkit",
            "Install CUDA toolkit 12.8, cuDNN 9 and CUTLASS",
            "Extensions such as Transformer Engine's are compiled with this toolkit against these"
                + " libraries.",
            mirrors.ubuntu("cuda-toolkit.sh"),
            List.of(texts.fixed("cuda-toolkit-done.sh")),
            new Step.Estimate(
                600,
                5_000_000_000L,
                "The toolkit is about 4 GB to download and cuDNN about 1 GB.")));
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
