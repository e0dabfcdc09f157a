package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.pep.Marker;
import org.megatronsetup.pep.PackageName;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.Requirement;

/** What the chosen extras and requirements bring, and what of it is compiled here. */
final class BuildForecast {
  /**
   * A package that comes as source, at least for some versions of CUDA and PyTorch.
   *
   * @param minutes of one core; a rounded guess for an ordinary x86_64 server; the guide says “over
   *     thirty minutes” for all of them together
   * @param buildTools what its build takes from the environment beside setuptools and packaging
   */
  record Compiled(String name, int minutes, List<String> buildTools) {}

  private static final List<String> COMMON_TOOLS = List.of("wheel", "ninja");
  private static final List<String> WITH_PYBIND = List.of("wheel", "ninja", "pybind11");

  private static final List<Compiled> KNOWN =
      List.of(
          new Compiled("transformer-engine", 100, WITH_PYBIND),
          new Compiled("transformer-engine-torch", 100, WITH_PYBIND),
          new Compiled("mamba-ssm", 120, COMMON_TOOLS),
          new Compiled("causal-conv1d", 60, COMMON_TOOLS),
          new Compiled("nv-grouped-gemm", 30, COMMON_TOOLS),
          new Compiled("fast-hadamard-transform", 15, COMMON_TOOLS),
          new Compiled("flash-mla", 90, COMMON_TOOLS),
          new Compiled("flash-attn", 480, COMMON_TOOLS),
          new Compiled("deep-gemm", 20, COMMON_TOOLS));

  private final Request request;
  private final List<Requirement> brought;

  BuildForecast(Request request, String pythonVersion) {
    this.request = request;
    this.brought = brought(request, Markers.environment(request, pythonVersion));
  }

  private static List<Requirement> brought(Request request, Map<String, String> environment) {
    Stream<String> texts =
        Stream.concat(
            request.metadata().dependencies().stream(),
            Stream.concat(
                request.answers().extras().stream()
                    .flatMap(e -> Extras.requirements(request.metadata(), e).stream()),
                request.answers().requirements().stream()));
    return texts
        .flatMap(text -> parse(text).stream())
        .filter(r -> r.marker().map(m -> applies(m, environment)).orElse(true))
        .toList();
  }

  private static Optional<Requirement> parse(String text) {
    try {
      return Optional.of(Requirement.parse(text));
    } catch (PepException e) {
      return Optional.empty(); // metadata of old releases; the installer has the last word
    }
  }

  private static boolean applies(Marker marker, Map<String, String> environment) {
    return marker.holds(environment);
  }

  /** Everything that is asked for directly, by the release, its extras and the person. */
  List<Requirement> brought() {
    return brought;
  }

  boolean brings(String name) {
    return brought.stream().anyMatch(r -> r.normalizedName().equals(name));
  }

  /** What will probably be compiled. */
  List<Compiled> compiled() {
    return KNOWN.stream().filter(c -> brings(c.name())).toList();
  }

  /** Tools that builds without isolation expect to find in the environment. */
  List<String> buildTools() {
    List<String> tools = new ArrayList<>();
    compiled().forEach(c -> tools.addAll(c.buildTools()));
    // should pip have lost the wheel that the step before made, the commit is built again in place
    if (request.isCommit()) {
      tools.add("pybind11");
    }
    return tools.stream().distinct().sorted().toList();
  }

  /** All conditions on a package, joined, such as {@code setuptools<80.0.0}. */
  String bounded(String name) {
    String wanted = PackageName.normalize(name);
    List<String> conditions =
        brought.stream()
            .filter(r -> r.normalizedName().equals(wanted) && r.url().isEmpty())
            .map(r -> r.specifiers().toString())
            .filter(s -> !s.isEmpty())
            .distinct()
            .toList();
    return name + String.join(",", conditions);
  }

  /** How long compiling takes with so many compilers, in minutes. */
  int minutes(int jobs) {
    int all = compiled().stream().mapToInt(Compiled::minutes).sum();
    // linking and the slowest single file do not get faster with more compilers
    return all == 0 ? 0 : Math.max(2, all / Math.min(jobs, 16));
  }
}
