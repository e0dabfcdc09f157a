package org.megatronsetup.model;

import java.time.Instant;

/** One line of the list of runs of a target. */
public record RunSummary(
    String id, Instant started, RunState state, String environmentRoot, String title) {}
