package org.megatronsetup.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Target;

/** A run for reports. */
final class ReportSamples {
  private static final String PYTHON = "/home/me/venv/bin/python";

  private ReportSamples() {}

  static Answers answers() {
    return Answers.about(new Target.Local())
        .at(new Release.Stable(Optional.of("0.19.1")))
        .into(new Environment.NewVenv("/home/me/venv", Optional.empty()))
        .with(List.of("te"), List.of("mamba-ssm~=2.2"));
  }

  static ReleaseMetadata release() {
    return new ReleaseMetadata(
        Optional.of("0.19.1"),
        Optional.of("c".repeat(40)),
        Optional.of(">=3.12"),
        List.of("torch"),
        Map.of(),
        "https://pypi.org/simple");
  }

  static Plan plan() {
    Step step =
        new Step(
            "core",
            "Install Megatron Core",
            "This brings the package.",
            List.of(
                new Command.Exec(List.of(PYTHON, "-m", "pip", "install", "megatron-core==0.19.1")),
                new Command.Exec(List.of("echo", "a ``` b"))),
            false,
            List.of(),
            new Step.Estimate(60, 1L << 30, "a guess"));
    return new Plan(List.of(step), PYTHON, "/home/me/venv", "0.19.1", List.of());
  }
}
