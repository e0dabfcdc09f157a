package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which program installs packages. */
public enum Installer {
  /** pip of the chosen interpreter. */
  @JsonProperty("pip")
  PIP,
  /** uv; refused where the target has none. */
  @JsonProperty("uv")
  UV,
  /** uv where the target has it, pip otherwise. */
  @JsonProperty("auto")
  AUTO
}
