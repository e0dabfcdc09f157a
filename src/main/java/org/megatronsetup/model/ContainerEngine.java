package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What makes and keeps containers. */
public enum ContainerEngine {
  @JsonProperty("docker")
  DOCKER("docker"),
  @JsonProperty("podman")
  PODMAN("podman");

  private final String program;

  ContainerEngine(String program) {
    this.program = program;
  }

  /** The name of its program. */
  public String program() {
    return program;
  }
}
