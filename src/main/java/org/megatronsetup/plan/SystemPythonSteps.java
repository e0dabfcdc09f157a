package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Step;

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
              "Python cannot be installed on " + request.facts().os().prettyName() + " from here.",
              "The guide installs it with apt on Ubuntu 24.04; this program also knows Ubuntu"
                  + " 22.04, Debian 12 and Debian 13, and does not guess for other systems.",
              "Install Python with headers, venv and pip by this system's own means, and take this"
                  + " step out of the answers."));
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
              "This is " + request.facts().os().prettyName() + ", and a mirror of Ubuntu is named.",
              "Packages of another system do not fit here.",
              "Take the mirror out of the answers, and set up Debian's own mirror in /etc/apt."));
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
    String what =
        route == Route.DEBIAN
            ? "This system's own Python"
            : "Python 3.12 with headers, venv and pip";
    String why =
        switch (route) {
          case UBUNTU_24_04 ->
              "Environments and compiled extensions need Python's venv and headers; Ubuntu 24.04"
                  + " has Python 3.12 itself, so the guide's extra repository is not needed.";
          case UBUNTU_22_04 ->
              "Megatron Core needs a newer Python than Ubuntu 22.04 has, so it comes from the"
                  + " deadsnakes repository as in the guide.";
          case DEBIAN ->
              "Environments and compiled extensions need Python's venv and headers. The guide is"
                  + " written for Ubuntu; Debian names the same packages for its own Python.";
        };
    return new Step(
        "system-python",
        "Install Python: " + what,
        why,
        StepEnvironment.forRoot(request, commands(route)),
        true,
        List.of(texts.fixed(route.done)),
        new Step.Estimate(90, 60_000_000L, "The sizes that apt shows on a fresh Ubuntu 24.04."));
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
        "Install git and a compiler",
        "A commit is fetched with git, and a compiler builds its helper for datasets.",
        StepEnvironment.forRoot(
            request,
            route().orElseThrow() == Route.DEBIAN
                ? List.of(texts.fixed("system-build-tools.sh"))
                : mirrors.ubuntu("system-build-tools.sh")),
        true,
        List.of(texts.fixed("system-build-tools-done.sh")),
        new Step.Estimate(60, 120_000_000L, "The sizes that apt shows on a fresh Ubuntu 24.04."));
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
