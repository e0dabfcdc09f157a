package org.megatronsetup.plan;

import java.util.Optional;
import org.megatronsetup.model.Environment;
import org.megatronsetup.pep.PyVersion;

/**
 * The PyTorch of an interpreter that is installed into as it is. In NVIDIA's containers it is a
 * build that no index has, often a pre-release, and everything else there was built against it: it
 * stays exactly what it is. Where the release does not work with it, it is no longer kept.
 *
 * @param version as installed, such as {@code 2.11.0a0+abc.nv26.06}
 * @param fits whether the release admits it
 */
record KeptTorch(String version, boolean fits) {

  /** Empty where there is none, or where the environment is this program's own. */
  static Optional<KeptTorch> of(Request request, Interpreter python, BuildForecast forecast) {
    if (!(request.answers().environment() instanceof Environment.Existing)) {
      return Optional.empty();
    }
    return python.torch().map(version -> new KeptTorch(version, fits(version, forecast)));
  }

  private static boolean fits(String text, BuildForecast forecast) {
    Optional<PyVersion> version = PyVersion.tryParse(text);
    return version.isPresent()
        && forecast.brought().stream()
            .filter(r -> r.normalizedName().equals("torch"))
            // pip counts a pre-release that is installed as one that may fit
            .allMatch(r -> r.url().isEmpty() && r.specifiers().contains(version.get(), true));
  }

  /** The requirement that holds it where it is. */
  Optional<String> requirement() {
    return fits ? Optional.of("torch==" + version) : Optional.empty();
  }

  /** Whether it was built for GPUs: only then does Triton come along. */
  boolean bringsTriton() {
    return version.contains("+") && !version.contains("+cpu");
  }
}
