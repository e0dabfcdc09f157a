package org.megatronsetup.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

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
          Words.of("plan.place-is-a-file.sentence", path),
          Words.of("plan.place-is-a-file.cause"),
          Words.of("plan.place-is-a-file.next"));
    } else if (fact.kind() == Facts.PathFact.Kind.FOLDER) {
      add(
          "place-not-a-venv",
          "environment.path",
          Words.of("plan.place-not-a-venv.sentence", path),
          Words.of("plan.place-not-a-venv.cause"),
          Words.of("plan.place-not-a-venv.next", path));
    } else if (!fact.writable()) {
      add(
          "place-not-writable",
          "environment.path",
          Words.of("plan.place-not-writable.sentence", request.facts().user().name(), path),
          Words.of("plan.place-not-writable.cause"),
          Words.of("plan.place-not-writable.next", request.facts().user().home()));
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
          Words.of("plan.uv-absent.sentence"),
          Words.of("plan.uv-absent.cause"),
          Words.of("plan.uv-absent.next"));
      return;
    }
    boolean makes = python.maker().isPresent() && !python.isThere();
    if (makes && !python.maker().get().hasVenv() && !request.usesUv()) {
      add(
          "python-without-venv",
          "environment.python",
          Words.of("plan.python-without-venv.sentence", python.maker().get().path()),
          Words.of("plan.python-without-venv.cause"),
          Words.of("plan.python-without-venv.next"));
    }
    boolean pipIsMissing = python.isThere() && python.pip().isEmpty() && !request.usesUv();
    if (pipIsMissing) {
      add(
          "python-without-pip",
          request.venvPath().isPresent() ? "environment.path" : "environment.python",
          Words.of("plan.python-without-pip.sentence", python.path()),
          Words.of("plan.python-without-pip.cause"),
          Words.of("plan.python-without-pip.next", python.path()));
    }
  }

  private void checkExisting(Facts.Python python) {
    if (python.externallyManaged()) {
      add(
          "externally-managed",
          "environment.python",
          Words.of("plan.externally-managed.sentence", python.path()),
          Words.of("plan.externally-managed.cause"),
          Words.of("plan.externally-managed.next"));
    } else if (!python.writable()) {
      add(
          "environment-not-writable",
          "environment.python",
          Words.of(
              "plan.environment-not-writable.sentence",
              request.facts().user().name(),
              python.path()),
          Words.of("plan.environment-not-writable.cause"),
          Words.of("plan.environment-not-writable.next"));
    }
  }

  private void checkSpace(Interpreter python, Estimates estimates) {
    Optional<Facts.PathFact> fact = request.fact(python.root());
    long least = estimates.leastSpace();
    if (fact.isPresent() && fact.get().free() < least) {
      add(
          "disk-too-full",
          request.venvPath().isPresent() ? "environment.path" : "environment.python",
          Words.of("plan.disk-too-full.sentence", python.root(), size(fact.get().free())),
          Words.of("plan.disk-too-full.cause", size(least)),
          Words.of("plan.disk-too-full.next"));
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
