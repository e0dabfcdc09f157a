package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.megatronsetup.images.NgcImages;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

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
      notes.add(Words.of("plan.note.weekly"));
    }
    boolean compiler = request.facts().tools().cxx().isPresent() || compilerPlanned;
    if (request.isCommit() && !(compiler && hasHeaders())) {
      notes.add(Words.of("plan.note.no-compiler"));
    }
    if (!PythonFit.hasWheels(python.version())) {
      notes.add(Words.of("plan.note.no-wheels", python.version()));
    }
    if (request.isCommit() && !request.onGpu() && request.version().isEmpty()) {
      notes.add(Words.of("plan.note.triton"));
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
        Words.of(
            "plan.note.compiled", names, forecast.minutes(governor.jobs()), governor.reason()));
    if (!request.hasCudaCompiler() && !cudaPlanned) {
      notes.add(Words.of("plan.note.no-nvcc"));
    }
  }

  private void extras() {
    if (!request.answers().extras().isEmpty()) {
      missingFromExtras("transformer-engine", "Transformer Engine");
      missingFromExtras("mamba-ssm", "Mamba");
    }
    if (forecast.brings("emerging-optimizers")) {
      notes.add(Words.of("plan.note.emerging-optimizers"));
    }
    if (forecast.brought().stream()
        .anyMatch(r -> r.normalizedName().equals("transformer-engine") && r.extras().isEmpty())) {
      notes.add(Words.of("plan.note.transformer-engine"));
    }
  }

  /** The guide says that “dev” brings everything; from 0.18 on that is no longer so. */
  private void missingFromExtras(String packageName, String title) {
    List<String> bringing = Extras.bringing(request.metadata(), packageName);
    boolean dev = Extras.find(request.metadata(), "dev").isPresent();
    if (dev && !forecast.brings(packageName) && !bringing.isEmpty()) {
      String those =
          bringing.stream()
              .map(extra -> Words.of("plan.note.extra", extra))
              .reduce((some, next) -> Words.of("plan.note.extra-or", some, next))
              .orElseThrow();
      notes.add(Words.of("plan.note.not-in-extras", title, those));
    }
  }

  private void torch() {
    KeptTorch.of(request, python, forecast)
        .ifPresent(
            torch ->
                notes.add(
                    torch.fits()
                        ? Words.of("plan.note.torch-kept", torch.version())
                        : Words.of("plan.note.torch-replaced", torch.version())));
    if (request.facts().pipConfig().constraint().isPresent()) {
      notes.add(
          Words.of("plan.note.pip-constraint", request.facts().pipConfig().constraint().get()));
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
          Words.of("plan.note.image", image.get(), tested.get().release(), tested.get().image()));
    }
  }

  private void place() {
    if (python.path().indexOf(' ') >= 0) {
      notes.add(Words.of("plan.note.space-in-path"));
    }
    if (request.onGpu()
        && request.facts().gpus().stream().anyMatch(g -> older(g.computeCapability()))) {
      notes.add(Words.of("plan.note.old-gpu"));
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
