package org.megatronsetup.run;

import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;

/** What a run directory says about its run, enough to follow it from any client. */
public record RunRecord(String id, Plan plan, Answers answers, ReleaseMetadata metadata) {}
