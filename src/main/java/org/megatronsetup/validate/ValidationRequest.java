package org.megatronsetup.validate;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to validate.
 *
 * @param python absolute path of the interpreter that holds Megatron Core, on the target
 * @param expectedVersion version asked for (PEP 440); empty: any
 * @param commit full hash that it must have been installed from; empty: wherever it came from
 * @param only ids of the checks to run; empty: all
 * @param limit how long one check may take; empty: what is fit for each
 */
public record ValidationRequest(
    String python,
    String expectedVersion,
    Optional<String> commit,
    List<String> only,
    Device device,
    Optional<Duration> limit) {

  /** What may calculate. */
  public enum Device {
    /** The GPU where there is one, the processor otherwise. */
    @JsonProperty("auto")
    AUTO,
    /** The processor; whatever needs a GPU is skipped. */
    @JsonProperty("cpu")
    CPU,
    /** The GPU; none is a failure. */
    @JsonProperty("cuda")
    CUDA
  }

  public ValidationRequest {
    only = List.copyOf(only);
  }

  /** Everything, on whatever there is. */
  public static ValidationRequest of(String python, String expectedVersion) {
    return new ValidationRequest(
        python, expectedVersion, Optional.empty(), List.of(), Device.AUTO, Optional.empty());
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(python));
    if (!expectedVersion.isEmpty()) {
      arguments.add("--expected=" + expectedVersion);
    }
    commit.ifPresent(hash -> arguments.add("--commit=" + hash));
    if (!only.isEmpty()) {
      arguments.add("--only=" + String.join(",", only));
    }
    arguments.add("--device=" + device.name().toLowerCase(Locale.ROOT));
    limit.ifPresent(time -> arguments.add("--limit=" + time.toMillis() / 1000.0));
    return arguments;
  }
}
