package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a run stands. Unknown is not failed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunState.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = RunState.Running.class, name = "running"),
  @JsonSubTypes.Type(value = RunState.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = RunState.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = RunState.Cancelled.class, name = "cancelled"),
  @JsonSubTypes.Type(value = RunState.HostRestarted.class, name = "host-restarted"),
  @JsonSubTypes.Type(value = RunState.ContainerRestarted.class, name = "container-restarted"),
  @JsonSubTypes.Type(value = RunState.Died.class, name = "died"),
  @JsonSubTypes.Type(value = RunState.Unknown.class, name = "unknown")
})
public sealed interface RunState {

  /** Written, not started yet. */
  record Waiting() implements RunState {}

  record Running() implements RunState {}

  /**
   * @param changed whether any step had something to do
   */
  record Succeeded(boolean changed) implements RunState {}

  record Failed(String stepId, int exitStatus) implements RunState {}

  record Cancelled() implements RunState {}

  /** The machine's boot id is another one, and there is no record of an end. */
  record HostRestarted() implements RunState {}

  /** The first process is younger than the run, and there is no record of an end. */
  record ContainerRestarted() implements RunState {}

  /** Nobody holds the run's lock any more, and there is no record of an end. */
  record Died() implements RunState {}

  /** The target cannot be reached: nothing is known. */
  record Unknown(String reason) implements RunState {}

  /** Whether nothing more will happen by itself. */
  default boolean ended() {
    return !(this instanceof Waiting || this instanceof Running || this instanceof Unknown);
  }
}
