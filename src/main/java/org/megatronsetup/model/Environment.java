package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** The Python environment that is installed into. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Environment.NewVenv.class, name = "new-venv"),
  @JsonSubTypes.Type(value = Environment.Existing.class, name = "existing")
})
public sealed interface Environment {

  /**
   * A virtual environment made at {@code path} unless one is there already.
   *
   * @param path absolute path of the environment
   * @param python absolute path of the interpreter that makes it; empty: the newest that the
   *     release supports, among those the probe finds
   */
  record NewVenv(String path, Optional<String> python) implements Environment {}

  /** An interpreter that is installed into as it is: of a venv, of conda, of the system. */
  record Existing(String python) implements Environment {}
}
