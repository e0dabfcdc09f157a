package org.megatronsetup.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was installed, by which commands, with which versions, and what the checks said.
 *
 * @param packages name to version, of everything in the environment
 */
public record Receipt(
    int schemaVersion,
    String program,
    String runId,
    Instant finished,
    Answers answers,
    ReleaseMetadata release,
    Plan plan,
    Map<String, String> packages,
    List<Check> checks) {

  public static final int SCHEMA_VERSION = 1;
}
