package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.blocks;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Python;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

/** The interpreters, and whether an environment can be made with one. */
final class PythonVerdicts {
  private static final int SHOWN = 4;

  private PythonVerdicts() {}

  static List<Verdict> of(Facts facts) {
    return List.of(pythons(facts), environment(facts), index(facts));
  }

  private static Verdict pythons(Facts facts) {
    List<Python> usable = usable(facts);
    boolean another = facts.tools().uv().isPresent() || Preflight.canInstallPackages(facts);
    if (usable.isEmpty()) {
      String value =
          facts.pythons().isEmpty()
              ? Words.of("probe.python.none")
              : Words.of("probe.python.too-old", listed(facts.pythons()));
      String remedy = Words.of("probe.python.too-old.remedy");
      return another
          ? attention("python", "Python", value, remedy)
          : blocks("python", "Python", value, remedy);
    }
    return usable.stream().anyMatch(python -> Quantity.atLeast(python.version(), 3, 12))
        ? ready("python", "Python", listed(usable))
        : attention("python", "Python", listed(usable), Words.of("probe.python.older.remedy"));
  }

  private static Verdict environment(Facts facts) {
    List<Python> usable = usable(facts);
    List<Python> makers = usable.stream().filter(Python::venv).toList();
    if (!makers.isEmpty()) {
      return ready(
          "environment",
          Words.of("probe.environment.title"),
          Words.of("probe.environment.python", numbers(makers)));
    }
    if (facts.tools().uv().isPresent()) {
      return ready(
          "environment", Words.of("probe.environment.title"), Words.of("probe.environment.uv"));
    }
    List<Python> open =
        usable.stream()
            .filter(p -> p.pip().isPresent() && p.writable() && !p.externallyManaged())
            .toList();
    String remedy = Words.of("probe.environment.remedy", venvVersion(usable));
    if (!open.isEmpty()) {
      return attention(
          "environment",
          Words.of("probe.environment.title"),
          Words.of("probe.environment.open", numbers(open)),
          remedy);
    }
    String value = Words.of("probe.environment.none");
    return usable.isEmpty() || Preflight.canInstallPackages(facts)
        ? attention("environment", Words.of("probe.environment.title"), value, remedy)
        : blocks("environment", Words.of("probe.environment.title"), value, remedy);
  }

  private static Verdict index(Facts facts) {
    return ready("index", Words.of("probe.index.title"), where(facts.pipConfig()));
  }

  private static String where(Facts.PipConfig pip) {
    if (pip.noIndex()) {
      return pip.findLinks().isEmpty()
          ? Words.of("probe.index.nothing")
          : Words.of("probe.index.folders", String.join(", ", pip.findLinks()));
    }
    String first = pip.indexUrl().orElseGet(() -> Words.of("probe.index.default"));
    List<String> others = new ArrayList<>(pip.extraIndexUrls());
    others.addAll(pip.findLinks());
    return others.isEmpty()
        ? first
        : Words.of("probe.index.also", first, String.join(", ", others));
  }

  /** Newest first; what is older than 3.8 no release of Megatron Core has use for. */
  static List<Python> usable(Facts facts) {
    return facts.pythons().stream()
        .filter(python -> Quantity.atLeast(python.version(), 3, 8))
        .sorted(Comparator.comparing(Python::version, Quantity::compare).reversed())
        .toList();
  }

  private static String venvVersion(List<Python> usable) {
    return usable.isEmpty() ? "3.12" : Quantity.minorVersion(usable.getFirst().version());
  }

  private static String listed(List<Python> pythons) {
    String shown =
        String.join(
            ", ",
            pythons.stream().limit(SHOWN).map(p -> p.version() + " (" + p.path() + ")").toList());
    return pythons.size() > SHOWN
        ? Words.of("probe.python.more", shown, pythons.size() - SHOWN)
        : shown;
  }

  /** Such as {@code 3.13, 3.12}. */
  static String numbers(List<Python> pythons) {
    return String.join(
        ", ",
        pythons.stream().map(Python::version).map(Quantity::minorVersion).distinct().toList());
  }
}
