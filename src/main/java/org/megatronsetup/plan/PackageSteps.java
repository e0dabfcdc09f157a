package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Step;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.words.Words;

/**
 * The steps that install packages, in the guide's order: the plain package, setuptools and
 * packaging, then everything else with builds that see the environment.
 */
final class PackageSteps {
  private static final String CORE = "megatron-core";

  private final Request request;
  private final Interpreter python;
  private final PackageCommands commands;
  private final StepEnvironment environment;
  private final BuildForecast forecast;
  private final Estimates estimates;
  private final Optional<KeptTorch> torch;

  PackageSteps(
      Request request,
      Interpreter python,
      PackageCommands commands,
      StepEnvironment environment,
      BuildForecast forecast) {
    this.request = request;
    this.python = python;
    this.commands = commands;
    this.environment = environment;
    this.forecast = forecast;
    this.estimates = new Estimates(request, python, forecast);
    this.torch = KeptTorch.of(request, python, forecast);
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(plain());
    if (needsTriton()) {
      steps.add(triton());
    }
    if (request.wantsMore()) {
      steps.add(buildTools());
      steps.add(complete());
    }
    return steps;
  }

  private Step buildTools() {
    List<String> wanted = new ArrayList<>();
    wanted.add(forecast.bounded("setuptools"));
    wanted.add(forecast.bounded("packaging"));
    wanted.addAll(forecast.buildTools());
    boolean capped = !wanted.getFirst().equals("setuptools");
    return new Step(
        "build-tools",
        Words.of("plan.step.build-tools.title"),
        capped
            ? Words.of("plan.step.build-tools.why.capped")
            : Words.of("plan.step.build-tools.why"),
        with(environment.forPackages(false, false), commands.upgrade(wanted)),
        false,
        installed(wanted, false),
        new Step.Estimate(15, 5_000_000L, Words.of("plan.step.build-tools.estimate")));
  }

  private Step plain() {
    String requirement = plainRequirement();
    List<Command> all = new ArrayList<>(environment.forPackages(request.isCommit(), false));
    if (replaces()) {
      all.add(commands.replace(requirement, request.isPreRelease()));
    }
    all.add(commands.install(keeping(List.of(requirement)), request.isPreRelease()));
    String why = whyPlain();
    return new Step(
        CORE,
        request
            .metadata()
            .version()
            .map(version -> Words.of("plan.step.megatron-core.title.version", version))
            .orElseGet(() -> Words.of("plan.step.megatron-core.title")),
        replaces() ? Words.of("plan.step.megatron-core.why.replaced", why) : why,
        all,
        false,
        installed(List.of(named(List.of())), true),
        estimates.plain());
  }

  private String whyPlain() {
    boolean keepsTorch = torch.flatMap(KeptTorch::requirement).isPresent();
    if (request.isCommit()) {
      return keepsTorch
          ? Words.of("plan.step.megatron-core.why.commit.torch-kept")
          : Words.of("plan.step.megatron-core.why.commit");
    }
    return keepsTorch
        ? Words.of("plan.step.megatron-core.why.torch-kept")
        : Words.of("plan.step.megatron-core.why");
  }

  private Step triton() {
    return new Step(
        "triton",
        Words.of("plan.step.triton.title"),
        Words.of("plan.step.triton.why"),
        with(environment.forPackages(false, false), commands.install(List.of("triton"), false)),
        false,
        installed(List.of("triton"), false),
        new Step.Estimate(20, 200_000_000L, Words.of("plan.step.triton.estimate")));
  }

  private Step complete() {
    List<String> extras = extras();
    List<String> requirements = new ArrayList<>();
    requirements.add(request.isCommit() ? commit(extras) : named(extras));
    requirements.addAll(request.answers().requirements());
    List<String> done = new ArrayList<>(List.of(named(extras)));
    done.addAll(request.answers().requirements());
    return new Step(
        "extras",
        Words.of(
            "plan.step.extras.title",
            String.join(
                ", ",
                Stream.concat(
                        extras.stream().map(e -> "[" + e + "]"),
                        request.answers().requirements().stream())
                    .toList())),
        Words.of("plan.step.extras.why", new BuildGovernor(request).reason()),
        with(
            environment.forPackages(fetchesWithGit(), true),
            commands.installInPlace(keeping(requirements))),
        false,
        installed(done, true),
        estimates.complete());
  }

  private boolean fetchesWithGit() {
    return request.isCommit()
        || request.answers().requirements().stream().anyMatch(r -> r.contains("git+"));
  }

  /** pip takes another commit of the same version for the same thing, and would leave it there. */
  private boolean replaces() {
    Optional<String> there = python.megatronCore();
    if (there.isEmpty() || !python.isThere()) {
      return false;
    }
    Optional<PyVersion> installed = there.flatMap(PyVersion::tryParse);
    return request.isCommit() || installed.map(PyVersion::withoutLocal).equals(request.version());
  }

  private boolean needsTriton() {
    return !request.onGpu()
        && request.isAtLeast("0.18")
        && !forecast.brings("triton")
        && torch.filter(KeptTorch::bringsTriton).isEmpty();
  }

  /** The same, with the PyTorch that is there as one more requirement, so that it is left alone. */
  private List<String> keeping(List<String> requirements) {
    return Stream.concat(requirements.stream(), torch.flatMap(KeptTorch::requirement).stream())
        .toList();
  }

  private String plainRequirement() {
    return request.isCommit() ? commit(List.of()) : named(List.of());
  }

  private String commit(List<String> extras) {
    return commands.commit(
        request.answers().sources().repositoryOrDefault(),
        request.metadata().commit().orElseThrow(),
        extras);
  }

  /** By name: at its version for a release, at any for a commit, whose build may add to it. */
  private String named(List<String> extras) {
    String brackets = extras.isEmpty() ? "" : "[" + String.join(",", extras) + "]";
    String version = request.isCommit() ? "" : request.metadata().version().orElse("");
    return CORE + brackets + (version.isEmpty() ? "" : "==" + version);
  }

  private List<String> extras() {
    return request.answers().extras().stream()
        .map(e -> Extras.find(request.metadata(), e).orElse(e))
        .distinct()
        .toList();
  }

  /** Whether the packages are there, asked from a file that lies in every run directory. */
  private List<Command> installed(List<String> requirements, boolean core) {
    List<String> argv = new ArrayList<>(List.of(python.path(), "-I", "tools/installed.py"));
    if (core && request.isCommit()) {
      argv.addAll(List.of("--commit", request.metadata().commit().orElseThrow()));
    } else if (core) {
      argv.add("--released");
    }
    argv.addAll(requirements);
    return List.of(new Command.Exec(argv));
  }

  private static List<Command> with(List<Command> before, Command last) {
    List<Command> all = new ArrayList<>(before);
    all.add(last);
    return all;
  }
}
