package org.megatronsetup.run;

import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;

/**
 * All that a run is made of.
 *
 * @param credentials kept in the run directory only while the run goes on
 * @param rootPassword for sudo; empty where none is needed; wiped by {@link Runs#start}
 * @param title what it is called in a list; empty: after the release
 * @param tools files that the plan's commands name as {@code tools/NAME}
 */
public record RunRequest(
    Plan plan,
    Answers answers,
    ReleaseMetadata metadata,
    Credentials credentials,
    char[] rootPassword,
    Map<String, byte[]> tools,
    Optional<String> title) {

  public RunRequest {
    tools = Map.copyOf(tools);
  }

  /** A run that is called after its release. */
  public RunRequest(
      Plan plan,
      Answers answers,
      ReleaseMetadata metadata,
      Credentials credentials,
      char[] rootPassword,
      Map<String, byte[]> tools) {
    this(plan, answers, metadata, credentials, rootPassword, tools, Optional.empty());
  }

  @Override
  public String toString() {
    return "RunRequest[" + plan.steps().size() + " steps]";
  }
}
