package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.VersionSpecifiers;
import org.megatronsetup.words.Words;

/** Whether an interpreter fits the release's Requires-Python. */
final class PythonFit {
  /** From here on there are no ready-made wheels of Megatron Core. */
  private static final PyVersion WITHOUT_WHEELS = PyVersion.parse("3.14");

  private final Request request;
  private final VersionSpecifiers needed;

  PythonFit(Request request) {
    this.request = request;
    this.needed = needed(request);
  }

  private static VersionSpecifiers needed(Request request) {
    try {
      return VersionSpecifiers.parse(request.metadata().requiresPython().orElse(""));
    } catch (PepException e) {
      return VersionSpecifiers.ANY; // pip ignores what it cannot read, too
    }
  }

  boolean fits(String version) {
    Optional<PyVersion> parsed = PyVersion.tryParse(version);
    return parsed.isPresent() && needed.contains(parsed.get(), true);
  }

  static boolean hasWheels(String version) {
    return PyVersion.tryParse(version).map(v -> v.compareTo(WITHOUT_WHEELS) < 0).orElse(false);
  }

  void check(String path, String version, String field, List<Problem> problems) {
    if (!fits(version)) {
      problems.add(
          Problem.preflight(
              "python-does-not-fit", field, doesNotFit(path, version), needs(), pythonsHere()));
    }
  }

  /** No interpreter fits and none was named. */
  void none(List<Problem> problems) {
    problems.add(
        Problem.preflight(
            "no-python-fits", "environment.python", noneFits(), needs(), pythonsHere()));
  }

  private String doesNotFit(String path, String version) {
    return release()
        .map(r -> Words.of("plan.python-does-not-fit.sentence", version, path, r))
        .orElseGet(() -> Words.of("plan.python-does-not-fit.sentence.this-release", version, path));
  }

  private String noneFits() {
    return release()
        .map(r -> Words.of("plan.no-python-fits.sentence", r))
        .orElseGet(() -> Words.of("plan.no-python-fits.sentence.this-release"));
  }

  private Optional<String> release() {
    return request.metadata().version();
  }

  private String needs() {
    return needed.isEmpty()
        ? Words.of("plan.python-needs.not-understood")
        : Words.of("plan.python-needs", needed);
  }

  /** A sentence or two that list what fits and what does not. */
  String pythonsHere() {
    List<String> fitting = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (Facts.Python python : request.facts().pythons()) {
      (fits(python.version()) ? fitting : others)
          .add(python.path() + " (" + python.version() + ")");
    }
    String chooses =
        fitting.isEmpty()
            ? Words.of("plan.python-here.get")
            : Words.of("plan.python-here.choose", String.join(", ", fitting));
    if (!others.isEmpty()) {
      return chooses + " " + Words.of("plan.python-here.not-fitting", String.join(", ", others));
    }
    return fitting.isEmpty() ? chooses + " " + Words.of("plan.python-here.nothing") : chooses;
  }
}
