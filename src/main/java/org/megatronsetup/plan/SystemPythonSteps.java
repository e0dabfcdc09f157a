package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;
import org.megatronsetup.words.Words;

/** The guide's chapter “Installing Python”: apt, as root, on the systems it is known for. */
final class SystemPythonSteps {
  private final Request request;
  private final PlanTexts texts;
  private final AptMirrors mirrors;

  SystemPythonSteps(Request request, PlanTexts texts) {
    this.request = request;
    this.texts = texts;
    this.mirrors = new AptMirrors(request, texts);
  }

  /** The interpreter that will be there after the step. */
  record Promised(String path, String version) {}

  private enum Route {
    UBUNTU_24_04("python-ubuntu-24.04.sh", "python-ubuntu-done.sh"),
    UBUNTU_22_04("python-ubuntu-22.04.sh", "python-ubuntu-done.sh"),
    DEBIAN("python-debian.sh", "python-debian-done.sh");

    private final String file;
    private final String done;

    Route(String file, String done) {
      this.file = file;
      this.done = done;
    }
  }

  Optional<Promised> promised() {
    return route()
        .map(
            route ->
                route == Route.DEBIAN
                    ? new Promised("/usr/bin/python3", debianPython())
                    : new Promised("/usr/bin/python3.12", "3.12"));
  }

  void check(List<Problem> problems) {
    checkMirror(problems);
    if (request.answers().systemSteps().python() && route().isEmpty()) {
      problems.add(
          Problem.preflight(
              "python-step-unknown-system",
              "systemSteps.python",
              Words.of(
                  "plan.python-step-unknown-system.sentence", request.facts().os().prettyName()),
              Words.of("plan.python-step-unknown-system.cause"),
              Words.of("plan.python-step-unknown-system.next")));
    }
  }

  /** The mirror of Ubuntu has nothing for another system. */
  private void checkMirror(List<Problem> problems) {
    if (route().filter(r -> r == Route.DEBIAN).isPresent()
        && request.answers().systemSteps().mirrors().ubuntu().isPresent()) {
      problems.add(
          Problem.preflight(
              "ubuntu-mirror-elsewhere",
              "systemSteps.mirrors.ubuntu",
              Words.of("plan.ubuntu-mirror-elsewhere.sentence", request.facts().os().prettyName()),
              Words.of("plan.ubuntu-mirror-elsewhere.cause"),
              Words.of("plan.ubuntu-mirror-elsewhere.next")));
    }
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>(route().map(this::step).stream().toList());
    if (bringsBuildTools()) {
      steps.add(buildTools());
    }
    return steps;
  }

  private Step step(Route route) {
    String title =
        route == Route.DEBIAN
            ? Words.of("plan.step.system-python.title.debian")
            : Words.of("plan.step.system-python.title");
    String why =
        switch (route) {
          case UBUNTU_24_04 -> Words.of("plan.step.system-python.why.ubuntu-24-04");
          case UBUNTU_22_04 -> Words.of("plan.step.system-python.why.ubuntu-22-04");
          case DEBIAN -> Words.of("plan.step.system-python.why.debian");
        };
    return new Step(
        "system-python",
        title,
        why,
        StepEnvironment.forRoot(request, commands(route)),
        true,
        List.of(texts.fixed(route.done)),
        new Step.Estimate(90, 60_000_000L, Words.of("plan.step.estimate.apt")));
  }

  private List<Command> commands(Route route) {
    if (route == Route.DEBIAN) {
      return List.of(texts.fixed(route.file));
    }
    List<Command> commands = new ArrayList<>();
    Optional<Command> deadsnakes =
        route == Route.UBUNTU_22_04 ? mirrors.deadsnakes() : Optional.empty();
    deadsnakes.ifPresent(commands::add);
    commands.addAll(
        mirrors.ubuntu(deadsnakes.isPresent() ? "python-ubuntu-22.04-mirror.sh" : route.file));
    return commands;
  }

  /** A commit is fetched with git, and built; a bare container has nothing for either. */
  boolean bringsBuildTools() {
    return route().isPresent()
        && request.isCommit()
        && (request.facts().tools().git().isEmpty() || request.facts().tools().cxx().isEmpty())
        && !(request.answers().systemSteps().cuda() && request.onTheGuidesCudaSystem());
  }

  private Step buildTools() {
    return new Step(
        "system-build-tools",
        Words.of("plan.step.system-build-tools.title"),
        Words.of("plan.step.system-build-tools.why"),
        StepEnvironment.forRoot(
            request,
            route().orElseThrow() == Route.DEBIAN
                ? List.of(texts.fixed("system-build-tools.sh"))
                : mirrors.ubuntu("system-build-tools.sh")),
        true,
        List.of(texts.fixed("system-build-tools-done.sh")),
        new Step.Estimate(60, 120_000_000L, Words.of("plan.step.estimate.apt")));
  }

  private Optional<Route> route() {
    if (!request.answers().systemSteps().python() || request.facts().tools().aptGet().isEmpty()) {
      return Optional.empty();
    }
    if (request.onUbuntu("24.04")) {
      return Optional.of(Route.UBUNTU_24_04);
    }
    if (request.onUbuntu("22.04")) {
      return Optional.of(Route.UBUNTU_22_04);
    }
    return debianPython().isEmpty() ? Optional.empty() : Optional.of(Route.DEBIAN);
  }

  /** Version of {@code /usr/bin/python3}, empty where the system is not a known Debian. */
  private String debianPython() {
    if (!request.facts().os().id().equals("debian")) {
      return "";
    }
    return switch (request.facts().os().versionId()) {
      case "12" -> "3.11";
      case "13" -> "3.13";
      default -> "";
    };
  }
}
