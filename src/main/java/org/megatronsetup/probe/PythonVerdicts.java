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
      String value = facts.pythons().isEmpty() ? "none" : listed(facts.pythons()) + ": too old";
      String remedy =
          "Install Python 3.12 or newer: on Ubuntu 24.04 the packages python3.12-dev,"
              + " python3.12-venv and python3-pip; without root, through uv or conda.";
      return another
          ? attention("python", "Python", value, remedy)
          : blocks("python", "Python", value, remedy);
    }
    return usable.stream().anyMatch(python -> Quantity.atLeast(python.version(), 3, 12))
        ? ready("python", "Python", listed(usable))
        : attention(
            "python",
            "Python",
            listed(usable),
            "Megatron Core 0.17 and later need Python 3.12 or newer; 0.13 to 0.16 do with 3.10."
                + " Choose an older release, or install Python 3.12.");
  }

  private static Verdict environment(Facts facts) {
    List<Python> usable = usable(facts);
    List<Python> makers = usable.stream().filter(Python::venv).toList();
    if (!makers.isEmpty()) {
      return ready(
          "environment", "Virtual environments", "can be made with Python " + numbers(makers));
    }
    if (facts.tools().uv().isPresent()) {
      return ready("environment", "Virtual environments", "can be made with uv");
    }
    List<Python> open =
        usable.stream()
            .filter(p -> p.pip().isPresent() && p.writable() && !p.externallyManaged())
            .toList();
    String remedy =
        "Install the rest of Python's venv: " + venvPackage(usable) + ". Or install uv.";
    if (!open.isEmpty()) {
      return attention(
          "environment",
          "Virtual environments",
          "cannot be made; Python " + numbers(open) + " can be installed into as it is",
          remedy);
    }
    String value = "cannot be made: the module venv or ensurepip is missing";
    return usable.isEmpty() || Preflight.canInstallPackages(facts)
        ? attention("environment", "Virtual environments", value, remedy)
        : blocks("environment", "Virtual environments", value, remedy);
  }

  private static Verdict index(Facts facts) {
    Facts.PipConfig pip = facts.pipConfig();
    String where = pip.indexUrl().orElse("pip's own default");
    if (pip.noIndex()) {
      where =
          pip.findLinks().isEmpty()
              ? "no index, and no folder of wheels"
              : "no index, only " + String.join(", ", pip.findLinks());
    } else {
      List<String> others = new ArrayList<>(pip.extraIndexUrls());
      others.addAll(pip.findLinks());
      where += others.isEmpty() ? "" : ", also " + String.join(", ", others);
    }
    return ready("index", "Package index", where);
  }

  /** Newest first; what is older than 3.8 no release of Megatron Core has use for. */
  static List<Python> usable(Facts facts) {
    return facts.pythons().stream()
        .filter(python -> Quantity.atLeast(python.version(), 3, 8))
        .sorted(Comparator.comparing(Python::version, Quantity::compare).reversed())
        .toList();
  }

  private static String venvPackage(List<Python> usable) {
    String version = usable.isEmpty() ? "3.12" : Quantity.minorVersion(usable.getFirst().version());
    return "on Debian and Ubuntu the package python" + version + "-venv";
  }

  private static String listed(List<Python> pythons) {
    String shown =
        String.join(
            ", ",
            pythons.stream().limit(SHOWN).map(p -> p.version() + " (" + p.path() + ")").toList());
    return pythons.size() > SHOWN ? shown + " and " + (pythons.size() - SHOWN) + " more" : shown;
  }

  /** Such as {@code 3.13, 3.12}. */
  static String numbers(List<Python> pythons) {
    return String.join(
        ", ",
        pythons.stream().map(Python::version).map(Quantity::minorVersion).distinct().toList());
  }
}
