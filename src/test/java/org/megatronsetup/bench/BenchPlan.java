package org.megatronsetup.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import org.megatronsetup.run.RunRequest;

/** Runs whose steps are one command each. */
final class BenchPlan {
  private BenchPlan() {}

  static RunRequest of(List<String> command) {
    return ofSteps(List.of(step("print", command)));
  }

  static Step step(String id, List<String> command) {
    return new Step(
        id,
        "Print",
        "It is measured.",
        List.of(new Command.Exec(command)),
        false,
        List.of(),
        new Step.Estimate(1, 0, "Nothing."));
  }

  static RunRequest ofSteps(List<Step> steps) {
    Answers answers =
        new Answers(
            Answers.SCHEMA_VERSION,
            new Target.Local(),
            new Release.Stable(Optional.empty()),
            List.of(),
            List.of(),
            new Environment.NewVenv("/nowhere", Optional.empty()),
            SystemSteps.NONE,
            Installer.PIP,
            Sources.defaults(),
            Optional.empty());
    ReleaseMetadata metadata =
        new ReleaseMetadata(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of(), "");
    return new RunRequest(
        new Plan(steps, "/nowhere/bin/python", "/nowhere", "", List.of()),
        answers,
        metadata,
        Credentials.NONE,
        new char[0],
        Map.of());
  }
}
