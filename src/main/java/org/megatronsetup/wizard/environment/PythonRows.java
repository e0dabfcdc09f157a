package org.megatronsetup.wizard.environment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Facts.Python;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.pep.VersionSpecifiers;
import org.megatronsetup.wizard.kit.Texts;

/** Weighs the interpreters on the target against the release: which fit, and why the others not. */
final class PythonRows {
  private final Texts texts;

  PythonRows(Texts texts) {
    this.texts = texts;
  }

  /** Those that could make a new environment; the first row leaves the choice to the plan. */
  List<PythonRow> makers(List<Python> pythons, Optional<String> needs) {
    List<PythonRow> rows = new ArrayList<>();
    for (Python python : newestFirst(pythons)) {
      Optional<String> obstacle = unfit(python, needs);
      if (obstacle.isEmpty() && !python.venv()) {
        obstacle = Optional.of(texts.get("environment.python.no-venv"));
      }
      rows.add(row(python, obstacle, python.headers() ? "" : note("no-headers")));
    }
    rows.sort(Comparator.comparing(row -> !row.selectable()));
    boolean any = rows.stream().anyMatch(PythonRow::selectable);
    rows.addFirst(
        new PythonRow(
            "",
            texts.get("environment.python.automatic"),
            "",
            true,
            any ? "" : note(pythons.isEmpty() ? "automatic-nothing" : "automatic-none")));
    return rows;
  }

  /**
   * Those that could be installed into as they are: those that fit first, environments before
   * others.
   */
  List<PythonRow> existing(List<Python> pythons, Optional<String> needs) {
    List<PythonRow> rows = new ArrayList<>();
    for (Python python : newestFirst(pythons)) {
      Optional<String> obstacle = unfit(python, needs);
      if (obstacle.isEmpty() && python.externallyManaged()) {
        obstacle = Optional.of(note("managed"));
      } else if (obstacle.isEmpty() && !python.writable()) {
        obstacle = Optional.of(note("not-writable"));
      }
      rows.add(row(python, obstacle, contents(python)));
    }
    List<String> environments = List.of(kind(Python.Kind.VENV), kind(Python.Kind.CONDA));
    rows.sort(
        Comparator.comparing((PythonRow row) -> !row.selectable())
            .thenComparing(row -> !environments.contains(row.kind())));
    return rows;
  }

  private static List<Python> newestFirst(List<Python> pythons) {
    Comparator<Python> byVersion =
        Comparator.comparing(
            python -> PyVersion.tryParse(python.version()).orElse(PyVersion.parse("0")));
    return pythons.stream().sorted(byVersion.reversed()).toList();
  }

  private PythonRow row(Python python, Optional<String> obstacle, String note) {
    return new PythonRow(
        python.path(),
        texts.get("environment.python.name", python.version()),
        kind(python.kind()),
        obstacle.isEmpty(),
        obstacle.orElse(note));
  }

  private String kind(Python.Kind kind) {
    return switch (kind) {
      case SYSTEM -> texts.get("environment.kind.system");
      case VENV -> texts.get("environment.kind.venv");
      case CONDA -> texts.get("environment.kind.conda");
      case OTHER -> texts.get("environment.kind.other");
    };
  }

  private String contents(Python python) {
    List<String> held = new ArrayList<>();
    python.megatronCore().ifPresent(version -> held.add("megatron-core " + version));
    python.torch().ifPresent(version -> held.add("torch " + version));
    return held.isEmpty() ? "" : texts.get("environment.python.holds", String.join(", ", held));
  }

  private Optional<String> unfit(Python python, Optional<String> needs) {
    if (needs.isEmpty()) {
      return Optional.empty();
    }
    try {
      boolean fits =
          PyVersion.tryParse(python.version())
              .map(VersionSpecifiers.parse(needs.get())::contains)
              .orElse(true);
      return fits
          ? Optional.empty()
          : Optional.of(texts.get("environment.python.needs", needs.get()));
    } catch (PepException e) {
      return Optional.empty();
    }
  }

  private String note(String key) {
    return texts.get("environment.python." + key);
  }
}
