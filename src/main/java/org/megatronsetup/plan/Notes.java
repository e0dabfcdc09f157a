package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.megatronsetup.images.NgcImages;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Target;

/** Sentences that the person should read before they agree to a {@link Plan}. */
final class Notes {
  private final Request request;
  private final Interpreter python;
  private final BuildForecast forecast;
  private final boolean cudaPlanned;
  private final boolean compilerPlanned;
  private final NgcImages images;
  private final List<String> notes = new ArrayList<>();

  Notes(
      Request request,
      Interpreter python,
      BuildForecast forecast,
      boolean cudaPlanned,
      boolean compilerPlanned,
      NgcImages images) {
    this.request = request;
    this.python = python;
    this.forecast = forecast;
    this.cudaPlanned = cudaPlanned;
    this.compilerPlanned = compilerPlanned;
    this.images = images;
  }

  List<String> notes() {
    release();
    compiling();
    extras();
    torch();
    image();
    place();
    return List.copyOf(notes);
  }

  private void release() {
    if (request.isPreRelease()) {
      notes.add(
          "This is the weekly channel: --pre lets pip take pre-releases of other packages too.");
    }
    boolean compiler = request.facts().tools().cxx().isPresent() || compilerPlanned;
    if (request.isCommit() && !(compiler && hasHeaders())) {
      notes.add(
          "No C++ compiler or no Python headers were found: the commit installs without its helper"
              + " for datasets (megatron.core.datasets.helpers_cpp), and says nothing about it.");
    }
    if (!PythonFit.hasWheels(python.version())) {
      notes.add(
          "There are no ready-made wheels of Megatron Core for Python "
              + python.version()
              + "; it will be built from source, if it can be.");
    }
    if (request.isCommit() && !request.onGpu() && request.version().isEmpty()) {
      notes.add(
          "Without a GPU, importing Megatron Core from 0.18 on needs Triton; the version of this"
              + " commit is not known, so add triton to the requirements if the import fails.");
    }
  }

  private boolean hasHeaders() {
    String path = python.maker().map(Interpreter.Maker::path).orElse(python.path());
    return request.answers().systemSteps().python()
        || request.facts().python(path).map(p -> p.headers()).orElse(true);
  }

  private void compiling() {
    List<BuildForecast.Compiled> compiled = forecast.compiled();
    if (compiled.isEmpty()) {
      return;
    }
    String names =
        compiled.stream().map(BuildForecast.Compiled::name).collect(Collectors.joining(", "));
    BuildGovernor governor = new BuildGovernor(request);
    notes.add(
        "Compiled here unless a ready-made wheel fits: "
            + names
            + ". That takes up to about "
            + forecast.minutes(governor.jobs())
            + " minutes. "
            + governor.reason());
    if (!request.hasCudaCompiler() && !cudaPlanned) {
      notes.add(
          "No CUDA compiler (nvcc) was found: what has to be compiled for the GPU will fail.");
    }
  }

  private void extras() {
    if (!request.answers().extras().isEmpty()) {
      missingFromExtras("transformer-engine", "Transformer Engine");
      missingFromExtras("mamba-ssm", "Mamba");
    }
    if (forecast.brings("emerging-optimizers")) {
      notes.add(
          "The package emerging_optimizers on the public index is an empty placeholder (999.9.9);"
              + " the real one is installed from its repository.");
    }
    if (forecast.brought().stream()
        .anyMatch(r -> r.normalizedName().equals("transformer-engine") && r.extras().isEmpty())) {
      notes.add(
          "transformer-engine without extras is an empty package from 2.9 on: ask for"
              + " transformer-engine[pytorch,core_cu12] or [pytorch,core_cu13], matching PyTorch's"
              + " CUDA.");
    }
  }

  /** The guide says that “dev” brings everything; from 0.18 on that is no longer so. */
  private void missingFromExtras(String packageName, String title) {
    List<String> bringing = Extras.bringing(request.metadata(), packageName);
    boolean dev = Extras.find(request.metadata(), "dev").isPresent();
    if (dev && !forecast.brings(packageName) && !bringing.isEmpty()) {
      notes.add(
          "The chosen extras do not bring "
              + title
              + ", whatever the guide says of “dev”: in this release it is in “"
              + String.join("” or “", bringing)
              + "”.");
    }
  }

  private void torch() {
    KeptTorch.of(request, python, forecast)
        .ifPresent(
            torch ->
                notes.add(
                    torch.fits()
                        ? "PyTorch "
                            + torch.version()
                            + " stays exactly as it is: what is there was built against it."
                        : "PyTorch "
                            + torch.version()
                            + " is there, and this release or its extras ask for another one: it is"
                            + " replaced, and what was built against it may no longer work."));
    if (request.facts().pipConfig().constraint().isPresent()) {
      notes.add(
          "PIP_CONSTRAINT is set there ("
              + request.facts().pipConfig().constraint().get()
              + "): it is left out of account, for it pins versions that the release may not work"
              + " with.");
    }
  }

  /** Another image than the one that the release was tested with is allowed, and said. */
  private void image() {
    Optional<String> image =
        request.answers().target() instanceof Target.Container container
            ? container.image().filter(NgcImages::isNgc)
            : Optional.empty();
    Optional<NgcImages.Tested> tested =
        request.metadata().version().flatMap(version -> images.of(version));
    if (image.isPresent() && tested.isPresent() && !image.get().equals(tested.get().image())) {
      notes.add(
          "The image is "
              + image.get()
              + "; Megatron Core "
              + tested.get().release()
              + " was tested with "
              + tested.get().image()
              + ".");
    }
  }

  private void place() {
    if (python.path().indexOf(' ') >= 0) {
      notes.add(
          "The path of the environment has a space: Python and pip are fine with that, but build"
              + " scripts of some packages are not.");
    }
    if (request.onGpu()
        && request.facts().gpus().stream().anyMatch(g -> older(g.computeCapability()))) {
      notes.add("A GPU here is older than Turing, which current releases do not support.");
    }
  }

  private static boolean older(String capability) {
    try {
      return Double.parseDouble(capability) < 7.5;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
