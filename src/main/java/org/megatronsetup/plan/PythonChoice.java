package org.megatronsetup.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.words.Words;

/** Finds the interpreter that the answers ask for, or the best one, or says why there is none. */
final class PythonChoice {
  private final Request request;
  private final PythonFit fit;
  private final SystemPythonSteps system;
  private final List<Problem> problems;

  PythonChoice(Request request, PythonFit fit, SystemPythonSteps system, List<Problem> problems) {
    this.request = request;
    this.fit = fit;
    this.system = system;
    this.problems = problems;
  }

  /** Empty only with a problem. */
  Optional<Interpreter> choose() {
    return switch (request.answers().environment()) {
      case Environment.NewVenv venv -> venv(PathRules.plain(venv.path()), venv.python());
      case Environment.Existing existing -> existing(existing.python());
    };
  }

  private Optional<Interpreter> existing(String path) {
    Optional<Facts.Python> python = known(path, "environment.python");
    python.ifPresent(p -> fit.check(p.path(), p.version(), "environment.python", problems));
    return python.map(Interpreter::existing);
  }

  private Optional<Interpreter> venv(String path, Optional<String> wanted) {
    boolean isThere =
        request.fact(path).filter(f -> f.kind() == Facts.PathFact.Kind.VENV).isPresent();
    if (!isThere) {
      return newVenv(path, wanted);
    }
    Optional<Facts.Python> python = request.facts().python(path + "/bin/python");
    if (python.isEmpty()) {
      problems.add(
          Problem.preflight(
              "venv-broken",
              "environment.path",
              Words.of("plan.venv-broken.sentence", path),
              Words.of("plan.venv-broken.cause"),
              Words.of("plan.venv-broken.next")));
    }
    return python.flatMap(p -> oldVenv(path, wanted, p));
  }

  private Optional<Interpreter> oldVenv(String path, Optional<String> wanted, Facts.Python there) {
    String version = there.version();
    fit.check(there.path(), version, "environment.path", problems);
    Optional<Facts.Python> maker =
        wanted.isPresent()
            ? known(wanted.get(), "environment.python")
            : makers().filter(p -> p.version().equals(version)).findFirst();
    if (wanted.isPresent() && maker.isEmpty()) {
      return Optional.empty();
    }
    if (maker.isPresent() && !maker.get().version().equals(version)) {
      problems.add(
          Problem.preflight(
              "venv-of-another-python",
              "environment.path",
              Words.of("plan.venv-of-another-python.sentence", path, version),
              Words.of(
                  "plan.venv-of-another-python.cause", maker.get().version(), maker.get().path()),
              Words.of("plan.venv-of-another-python.next")));
    }
    return Optional.of(
        Interpreter.oldVenv(path, version, maker.map(this::maker), Optional.of(there)));
  }

  private Optional<Interpreter> newVenv(String path, Optional<String> wanted) {
    Optional<SystemPythonSteps.Promised> promised = system.promised();
    if (wanted.isPresent()) {
      Optional<Interpreter> promise =
          promised.filter(p -> p.path().equals(wanted.get())).map(p -> promisedVenv(path, p));
      return promise.isPresent()
          ? promise
          : known(wanted.get(), "environment.python").map(p -> checkedVenv(path, p));
    }
    Optional<Facts.Python> best =
        makers().filter(p -> fit.fits(p.version()) && canMake(p)).findFirst();
    if (promised.isPresent() && fit.fits(promised.get().version())) {
      return Optional.of(promisedVenv(path, promised.get()));
    }
    if (best.isEmpty()) {
      // one that fits and only lacks venv: that is then the problem to tell
      best = makers().filter(p -> fit.fits(p.version())).findFirst();
    }
    if (best.isEmpty()) {
      fit.none(problems);
    }
    return best.map(p -> checkedVenv(path, p));
  }

  private Interpreter checkedVenv(String path, Facts.Python python) {
    fit.check(python.path(), python.version(), "environment.python", problems);
    return Interpreter.newVenv(path, python.version(), maker(python));
  }

  private static Interpreter promisedVenv(String path, SystemPythonSteps.Promised promised) {
    return Interpreter.newVenv(
        path, promised.version(), new Interpreter.Maker(promised.path(), true));
  }

  private Interpreter.Maker maker(Facts.Python python) {
    return new Interpreter.Maker(python.path(), python.venv());
  }

  private boolean canMake(Facts.Python python) {
    return python.venv() || request.usesUv();
  }

  /** Interpreters that may make an environment, best first. */
  private Stream<Facts.Python> makers() {
    Comparator<Facts.Python> order =
        Comparator.comparing((Facts.Python p) -> PythonFit.hasWheels(p.version()))
            .thenComparing(p -> PyVersion.tryParse(p.version()).orElse(PyVersion.parse("0")))
            .thenComparing(Facts.Python::headers)
            .reversed();
    return request.facts().pythons().stream()
        .filter(p -> p.kind() != Facts.Python.Kind.VENV)
        .sorted(order);
  }

  private Optional<Facts.Python> known(String path, String field) {
    Optional<Facts.Python> python = request.facts().python(path);
    if (python.isEmpty()) {
      problems.add(
          Problem.preflight(
              "python-not-found",
              field,
              Words.of("plan.python-not-found.sentence", path),
              Words.of("plan.python-not-found.cause"),
              fit.pythonsHere()));
    }
    return python;
  }
}
