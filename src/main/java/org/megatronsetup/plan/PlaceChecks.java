package org.megatronsetup.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;

/** Whether the environment can be where it is asked for, and be installed into. */
final class PlaceChecks {
  private final Request request;
  private final List<Problem> problems;

  PlaceChecks(Request request, List<Problem> problems) {
    this.request = request;
    this.problems = problems;
  }

  /** What can be said of the path alone, whatever Python is chosen. */
  void checkPath() {
    request.venvPath().flatMap(request::fact).ifPresent(this::checkPath);
  }

  private void checkPath(Facts.PathFact fact) {
    String path = PathRules.plain(fact.path());
    if (fact.kind() == Facts.PathFact.Kind.FILE) {
      add(
          "place-is-a-file",
          "environment.path",
          "There is a file at " + path + ".",
          "A virtual environment is a folder.",
          "Choose another path, or move the file away.");
    } else if (fact.kind() == Facts.PathFact.Kind.FOLDER) {
      add(
          "place-not-a-venv",
          "environment.path",
          "The folder " + path + " is not empty and not a virtual environment.",
          "Its files could be overwritten or mixed with the environment's.",
          "Choose another path, such as " + path + "/venv, or empty the folder.");
    } else if (!fact.writable()) {
      add(
          "place-not-writable",
          "environment.path",
          "The user " + request.facts().user().name() + " may not write at " + path + ".",
          "The folder, or the one that it would be made in, belongs to somebody else or is"
              + " read-only.",
          "Choose a path in " + request.facts().user().home() + ", or change the permissions.");
    }
  }

  /** What can be said once the Python is chosen. */
  void checkInterpreter(Interpreter python, Estimates estimates) {
    checkTools(python);
    if (request.venvPath().isEmpty()) {
      request.facts().python(python.path()).ifPresent(this::checkExisting);
    }
    checkSpace(python, estimates);
  }

  private void checkTools(Interpreter python) {
    if (request.insistsOnUv() && request.facts().tools().uv().isEmpty()) {
      add(
          "uv-absent",
          "installer",
          "uv is asked for and not there.",
          "No uv was found on this machine.",
          "Install uv, or choose pip.");
      return;
    }
    boolean makes = python.maker().isPresent() && !python.isThere();
    if (makes && !python.maker().get().hasVenv() && !request.usesUv()) {
      add(
          "python-without-venv",
          "environment.python",
          "The Python at " + python.maker().get().path() + " cannot make virtual environments.",
          "Its module venv or ensurepip is missing; distributions split them off.",
          withoutVenvRemedy());
    }
    boolean pipIsMissing = python.isThere() && python.pip().isEmpty() && !request.usesUv();
    if (pipIsMissing) {
      add(
          "python-without-pip",
          request.venvPath().isPresent() ? "environment.path" : "environment.python",
          "The Python at " + python.path() + " has no pip.",
          "pip is what installs packages into it.",
          "Give it pip with “"
              + python.path()
              + " -m ensurepip”, let uv install, or choose another"
              + " interpreter or path.");
    }
  }

  private String withoutVenvRemedy() {
    return "Let the system step install Python with venv, let uv make the environment, or choose"
        + " another interpreter.";
  }

  private void checkExisting(Facts.Python python) {
    if (python.externallyManaged()) {
      add(
          "externally-managed",
          "environment.python",
          "The Python at " + python.path() + " belongs to the system, which manages its packages.",
          "It says so itself (PEP 668), and pip refuses to install into it, because that can break"
              + " programs of the system.",
          "Install into a new virtual environment made with it.");
    } else if (!python.writable()) {
      add(
          "environment-not-writable",
          "environment.python",
          "The user "
              + request.facts().user().name()
              + " may not install into the Python at "
              + python.path()
              + ".",
          "Its folder for packages belongs to somebody else or is read-only.",
          "Install into a new virtual environment, or choose another interpreter.");
    }
  }

  private void checkSpace(Interpreter python, Estimates estimates) {
    Optional<Facts.PathFact> fact = request.fact(python.root());
    long least = estimates.leastSpace();
    if (fact.isPresent() && fact.get().free() < least) {
      add(
          "disk-too-full",
          request.venvPath().isPresent() ? "environment.path" : "environment.python",
          "There is too little space at "
              + python.root()
              + ": "
              + size(fact.get().free())
              + " free.",
          "The environment takes at least " + size(least) + ", counted low.",
          "Free some space, or choose a path on another disk.");
    }
  }

  /** Bytes as a person reads them. */
  static String size(long bytes) {
    return bytes >= 1_000_000_000L
        ? "%.1f GB".formatted(bytes / 1e9).replace(',', '.')
        : "%d MB".formatted(bytes / 1_000_000L).toUpperCase(Locale.ROOT);
  }

  private void add(String code, String field, String sentence, String cause, String nextStep) {
    problems.add(Problem.preflight(code, field, sentence, cause, nextStep));
  }
}
