package org.megatronsetup.engine;

import java.util.List;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.WheelFolder;

/**
 * Everything known before a run.
 *
 * @param answers as the person gave them
 * @param plan what {@code Planner} made of all the others
 * @param brought folders of wheels of this computer that the plan finds on the target; none where
 *     the target is this computer
 */
public record Preparation(
    Answers answers,
    Facts facts,
    ReleaseMetadata metadata,
    List<Verdict> verdicts,
    Plan plan,
    List<WheelFolder> brought) {

  public Preparation {
    verdicts = List.copyOf(verdicts);
    brought = List.copyOf(brought);
  }
}
