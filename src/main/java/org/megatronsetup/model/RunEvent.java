package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What a follower of a run hears, in order, each once. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.Output.class, name = "output"),
  @JsonSubTypes.Type(value = RunEvent.StepChanged.class, name = "step"),
  @JsonSubTypes.Type(value = RunEvent.StateChanged.class, name = "run"),
  @JsonSubTypes.Type(value = RunEvent.CheckFinished.class, name = "check")
})
public sealed interface RunEvent {

  /**
   * A piece of the log.
   *
   * @param offset of its first byte in the log
   * @param text decoded so that no character is cut in two
   */
  record Output(long offset, String text) implements RunEvent {}

  /**
   * @param logOffset size of the log at that moment, in bytes
   * @param exitStatus of the command that failed, otherwise 0
   */
  record StepChanged(String stepId, StepState state, Instant at, long logOffset, int exitStatus)
      implements RunEvent {}

  record StateChanged(RunState state) implements RunEvent {}

  record CheckFinished(Check check) implements RunEvent {}
}
