package org.megatronsetup.engine;

import java.util.List;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Verdict;

/**
 * Everything known before a run.
 *
 * @param answers as the person gave them
 * @param plan what {@code Planner} made of all the others
 */
public record Preparation(
    Answers answers, Facts facts, ReleaseMetadata metadata, List<Verdict> verdicts, Plan plan) {}
